-- Parties that live on over all articles; `side` is the one that a party speaks for.
CREATE TABLE known (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT,
    wikidata TEXT,
    side INTEGER REFERENCES known (id) ON DELETE SET NULL
);
CREATE INDEX known_name ON known (name);
ALTER TABLE party ADD COLUMN known INTEGER REFERENCES known (id) ON DELETE SET NULL;
CREATE INDEX party_known ON party (known);

-- Who said it as it was read, where a person has put `said_by` right (`put_right` is 1).
ALTER TABLE statement ADD COLUMN read_by INTEGER REFERENCES party (id);
ALTER TABLE statement ADD COLUMN put_right INTEGER NOT NULL DEFAULT 0 CHECK (put_right IN (0, 1));

-- Articles that belong together, with their comparison as `lesart compare --json` prints it, deflated (zlib). `stale` is
-- 1 from when one of its articles or a correction changed until it is compared anew.
CREATE TABLE dossier (
    id INTEGER PRIMARY KEY,
    compared TEXT NOT NULL,
    stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1)),
    comparison BLOB NOT NULL
);
CREATE TABLE dossier_article (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX dossier_article_dossier ON dossier_article (dossier);

-- Events keep their id for as long as any of their places means them; `local` is their id in the comparison. `first` and
-- `last` are ISO days.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    local TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    first TEXT,
    last TEXT,
    place TEXT,
    ordinal INTEGER,
    status TEXT NOT NULL,
    series TEXT
);
CREATE INDEX event_dossier ON event (dossier);
CREATE INDEX event_first ON event (first);
CREATE TABLE event_mention (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
);
CREATE INDEX event_mention_event ON event_mention (event);
CREATE INDEX event_mention_article ON event_mention (article);
CREATE TABLE participant (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    known INTEGER NOT NULL REFERENCES known (id) ON DELETE CASCADE,
    PRIMARY KEY (event, known)
) WITHOUT ROWID;
CREATE INDEX participant_known ON participant (known);

CREATE TABLE topic (
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    local TEXT NOT NULL,
    label TEXT NOT NULL
);
CREATE INDEX topic_dossier ON topic (dossier);

-- What a statement is about: the event and topic of its first piece.
CREATE TABLE placed (
    statement INTEGER PRIMARY KEY REFERENCES statement (id) ON DELETE CASCADE,
    event INTEGER REFERENCES event (id) ON DELETE SET NULL,
    topic INTEGER REFERENCES topic (id) ON DELETE SET NULL
) WITHOUT ROWID;
CREATE INDEX placed_event ON placed (event);
CREATE INDEX placed_topic ON placed (topic);

-- What one teller says of one event, from -1 to 1 in tone, point by point.
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    teller INTEGER NOT NULL REFERENCES known (id) ON DELETE CASCADE,
    tone REAL NOT NULL
);
CREATE INDEX account_event ON account (event);
CREATE INDEX account_teller ON account (teller);
CREATE TABLE point (
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    topic INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    PRIMARY KEY (account, place)
) WITHOUT ROWID;
CREATE INDEX point_topic ON point (topic);

-- Where two accounts part.
CREATE TABLE divergence (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    topic INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    one INTEGER NOT NULL REFERENCES known (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES known (id) ON DELETE CASCADE,
    score REAL NOT NULL,
    summary TEXT NOT NULL
);
CREATE INDEX divergence_event ON divergence (event);
CREATE INDEX divergence_one ON divergence (one);
CREATE INDEX divergence_other ON divergence (other);

-- Set phrases whose meaning an article spells out: the gloss, and whose it is.
CREATE TABLE phrase (
    id INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    phrase TEXT NOT NULL,
    gloss TEXT NOT NULL,
    known INTEGER REFERENCES known (id) ON DELETE SET NULL
);
CREATE INDEX phrase_phrase ON phrase (phrase);

-- The vectors of statements as half floats, for search by meaning.
CREATE TABLE vector (
    statement INTEGER PRIMARY KEY REFERENCES statement (id) ON DELETE CASCADE,
    numbers BLOB NOT NULL
) WITHOUT ROWID;

-- What a person has put right. `value` is JSON; where it is about words, they are in `article` (its name) from `first` to
-- `last`, as `quote` has them, so that it can be found again when the article is read anew. Undone ones stay.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    kind TEXT NOT NULL,
    article TEXT,
    first INTEGER,
    last INTEGER,
    quote TEXT,
    value TEXT NOT NULL,
    undone TEXT
);

-- Feeds that are followed, with what the server said for the next, conditional request.
CREATE TABLE feed (
    url TEXT PRIMARY KEY,
    etag TEXT,
    modified TEXT,
    asked TEXT,
    fault TEXT
);
CREATE TABLE feed_item (
    feed TEXT NOT NULL REFERENCES feed (url) ON DELETE CASCADE,
    link TEXT NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (feed, link)
) WITHOUT ROWID;

-- Who tells what of which event.
CREATE VIEW told AS
SELECT
    event.id AS event,
    event.kind,
    event.label,
    event.first AS day,
    known.name AS teller,
    side.name AS side,
    topic.label AS topic,
    point.status,
    account.tone
FROM point
JOIN account ON account.id = point.account
JOIN event ON event.id = account.event
JOIN topic ON topic.id = point.topic
JOIN known ON known.id = account.teller
LEFT JOIN known AS side ON side.id = known.side;

-- Who says what where, by the lasting names.
DROP VIEW said;
CREATE VIEW said AS
SELECT
    statement.id AS statement,
    article.name AS article,
    article.outlet,
    article.published,
    coalesce(known.name, who.name) AS who,
    coalesce(who.role, known.role) AS role,
    coalesce(known_side.name, side.name) AS side,
    (SELECT group_concat(coalesce(known.name, party.name), ' < ')
     FROM (SELECT party FROM relay WHERE relay.statement = statement.id ORDER BY place) AS chain
     JOIN party ON party.id = chain.party LEFT JOIN known ON known.id = party.known) AS according_to,
    statement.form,
    statement.modality,
    statement.confidence,
    statement.words
FROM statement
JOIN article ON article.id = statement.article
LEFT JOIN party AS who ON who.id = statement.said_by
LEFT JOIN known ON known.id = who.known
LEFT JOIN party AS side ON side.id = coalesce(who.side, who.affiliation)
LEFT JOIN known AS known_side ON known_side.id = side.known
WHERE article.current = 1
AND NOT EXISTS (
    SELECT 1 FROM statement AS around
    WHERE around.article = statement.article AND around.local = statement.parent AND around.said_by IS statement.said_by
);
