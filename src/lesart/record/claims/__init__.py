"""Claims about a series or a record: which sentences make one, and what exactly they claim."""
