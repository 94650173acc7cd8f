/// The tables of a store.
///
/// `log`, `entry`, `leaf` and `checkpoint` are only ever added to. Triggers refuse UPDATE and DELETE, and refuse
/// an INSERT that is not the next one: `INSERT OR REPLACE` deletes rows without a word to the delete trigger, and
/// what is refused before it starts cannot replace anything. Whoever can write the file can drop a trigger; the
/// signed tree is what finds that out.
///
/// `latest` is a read model: it can be emptied and made again from `entry`, and nothing that verifies reads it.
enum StoreSchema {
    /// `DOSS`, at offset 68 of the file (sqlite.org/fileformat, "Application ID").
    static let applicationID = 0x444F_5353
    /// `PRAGMA user_version`. A store with a higher one is refused.
    static let version = 1
    /// A larger page holds a statement of several pages of text without a chain of overflow pages.
    static let pageSize = 8192

    static let sql = tables + appendOnly.map(triggers).joined()

    private static let tables = """
        CREATE TABLE log (
            number INTEGER PRIMARY KEY,      -- stands for the case in the other tables
            case_id TEXT NOT NULL UNIQUE,
            origin TEXT NOT NULL UNIQUE      -- the log's name in its checkpoints
        ) STRICT;
        CREATE TABLE entry (
            log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
            seq INTEGER NOT NULL,            -- the leaf's index, from 0
            kind TEXT NOT NULL,              -- kind, record and version say what the bytes say
            record TEXT NOT NULL,
            version INTEGER NOT NULL,
            bytes BLOB NOT NULL,             -- the record in exclusive C14N
            PRIMARY KEY (log, seq),
            UNIQUE (log, record, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE leaf (
            log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
            first INTEGER NOT NULL,          -- the seq of the first hash
            hashes BLOB NOT NULL,            -- SHA-256(0x00 || bytes) of up to 256 entries, 32 bytes each
            PRIMARY KEY (log, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoint (
            log INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED,
            number INTEGER NOT NULL,         -- 0 for the one that opened the log
            size INTEGER NOT NULL,
            note TEXT NOT NULL,              -- the signed note (C2SP tlog-checkpoint)
            frontier BLOB NOT NULL,          -- the roots of the perfect subtrees, 32 bytes each
            PRIMARY KEY (log, number),
            UNIQUE (log, size)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE latest (
            log INTEGER NOT NULL,
            first INTEGER NOT NULL,          -- the seq of the record's first version
            seq INTEGER NOT NULL,            -- the seq of its current version
            kind TEXT NOT NULL,
            label TEXT,
            subject TEXT,
            PRIMARY KEY (log, first)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX latest_kind ON latest (log, kind);
        CREATE INDEX latest_label ON latest (log, label) WHERE label IS NOT NULL;
        CREATE INDEX latest_subject ON latest (log, subject) WHERE subject IS NOT NULL;

        """

    /// Each append-only table, and when an INSERT into it is not the next one. Every UNIQUE column is in it.
    private static let appendOnly = [
        (
            table: "log",
            refusal: """
            EXISTS (
                SELECT 1 FROM log
                WHERE number = NEW.number OR case_id = NEW.case_id OR origin = NEW.origin
            )
            """
        ),
        (
            table: "entry",
            refusal: """
            NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM entry WHERE log = NEW.log)
            OR EXISTS (
                SELECT 1 FROM entry
                WHERE log = NEW.log AND record = NEW.record AND version = NEW.version
            )
            """
        ),
        (
            table: "leaf",
            refusal: """
            NEW.first IS NOT coalesce(
                (SELECT first + length(hashes) / 32 FROM leaf WHERE log = NEW.log ORDER BY first DESC LIMIT 1),
                0
            )
            """
        ),
        (
            table: "checkpoint",
            refusal: """
            NEW.number IS NOT (SELECT coalesce(max(number) + 1, 0) FROM checkpoint WHERE log = NEW.log)
            OR NEW.size <= (SELECT max(size) FROM checkpoint WHERE log = NEW.log)
            """
        ),
    ]

    // ROLLBACK, not ABORT: an INSERT that may abort must be able to undo itself alone, and SQLite then copies
    // every page it touches. That doubles the cost of an append, which is undone as a whole in any case.
    private static func triggers(table: String, refusal: String) -> String {
        """
        CREATE TRIGGER \(table)_insert BEFORE INSERT ON \(table)
        WHEN \(refusal)
        BEGIN SELECT RAISE(ROLLBACK, 'append-only'); END;
        CREATE TRIGGER \(table)_update BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ROLLBACK, 'append-only'); END;
        CREATE TRIGGER \(table)_delete BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ROLLBACK, 'append-only'); END;

        """
    }
}
