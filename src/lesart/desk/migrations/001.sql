-- One row for each version of an article; `current` is 1 for the newest. `source` is its URL, or where it was read from.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    text_hash TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    author TEXT,
    published TEXT,
    language TEXT,
    url TEXT,
    text TEXT NOT NULL,
    added TEXT NOT NULL,
    UNIQUE (name, version)
);
CREATE INDEX article_hash ON article (text_hash);
CREATE INDEX article_source ON article (source, current);
CREATE INDEX article_published ON article (published);

-- Persons and bodies of one article; `local` is their id in the reading, without the article's name.
CREATE TABLE party (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    local TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT,
    affiliation INTEGER REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    side INTEGER REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    wikidata TEXT,
    UNIQUE (article, local)
);
CREATE INDEX party_name ON party (name);

-- Where an article means a party: code points of its text.
CREATE TABLE mention (
    party INTEGER NOT NULL REFERENCES party (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
);
CREATE INDEX mention_party ON mention (party);

-- Statements; spans are JSON lists of [start, end] in code points, `words` is the content in one line.
CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    local TEXT NOT NULL,
    form TEXT NOT NULL,
    medium TEXT,
    modality TEXT NOT NULL,
    confidence REAL NOT NULL,
    said_by INTEGER REFERENCES party (id),
    said_to INTEGER REFERENCES party (id),
    parent TEXT,
    content TEXT NOT NULL,
    speaker TEXT NOT NULL,
    cue TEXT NOT NULL,
    addressee TEXT NOT NULL,
    frame TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (article, local)
);
CREATE INDEX statement_said_by ON statement (said_by);

-- Who relays a statement, nearest to the speaker first.
CREATE TABLE relay (
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    party INTEGER NOT NULL REFERENCES party (id),
    PRIMARY KEY (statement, place)
) WITHOUT ROWID;
CREATE INDEX relay_party ON relay (party);

-- Full text as stems, umlauts and ß folded; `rowid` is that of the statement or article.
CREATE VIRTUAL TABLE statement_stems USING fts5 (stems, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE article_stems USING fts5 (stems, tokenize = 'unicode61 remove_diacritics 0');

-- What people ask: who says what where, newest versions only, without fragments inside a statement of the same speaker.
CREATE VIEW said AS
SELECT
    statement.id AS statement,
    article.name AS article,
    article.outlet,
    article.published,
    who.name AS who,
    who.role AS role,
    side.name AS side,
    (SELECT group_concat(party.name, ' < ') FROM (SELECT party FROM relay WHERE relay.statement = statement.id ORDER BY place) AS chain
     JOIN party ON party.id = chain.party) AS according_to,
    statement.form,
    statement.modality,
    statement.confidence,
    statement.words
FROM statement
JOIN article ON article.id = statement.article
LEFT JOIN party AS who ON who.id = statement.said_by
LEFT JOIN party AS side ON side.id = coalesce(who.side, who.affiliation)
WHERE article.current = 1
AND NOT EXISTS (
    SELECT 1 FROM statement AS around
    WHERE around.article = statement.article AND around.local = statement.parent AND around.said_by IS statement.said_by
);
