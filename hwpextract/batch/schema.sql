-- The database of a run: its manifest and its results. The views at the end are for everybody (docs/database.md); the tables may change.

PRAGMA application_id = 0x48575058; -- 'HWPX'
PRAGMA user_version = 2;

-- A file that was found. Stamp (size, changed) and hash tell whether it is the one that was read.
CREATE TABLE file (
    source TEXT PRIMARY KEY,
    status TEXT NOT NULL CHECK (status IN ('read', 'archive', 'skipped', 'failed')),
    size INTEGER,
    changed INTEGER,
    sha256 TEXT,
    code TEXT,
    message TEXT,
    hint TEXT
) WITHOUT ROWID;
CREATE INDEX file_by_sha256 ON file (sha256);

-- What the bytes of a file gave, once for all files with the same bytes. `version` and `options` say by what it was read. The long
-- columns stand last: SQLite reads a row up to the last column it needs.
CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    version TEXT NOT NULL,
    options TEXT NOT NULL,
    code TEXT,
    message TEXT,
    hint TEXT,
    lead TEXT, -- hash of the form that speaks for this release; NULL until forms are paired
    format TEXT,
    pages INTEGER,
    likelihood REAL,
    masthead TEXT,
    kind TEXT,
    title TEXT,
    subtitles TEXT,
    agency TEXT,
    agencies TEXT,
    department TEXT,
    departments TEXT,
    released TEXT,
    distributed TEXT,
    warnings TEXT,
    opening TEXT, -- beginning of the body, typography left out, to find forms of one release by
    text TEXT,
    markdown TEXT,
    json TEXT
);
CREATE INDEX reading_by_lead ON reading (lead);
CREATE INDEX reading_by_size ON reading (size); -- equal bytes are looked for among files of equal size

CREATE TABLE person (
    reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
    number INTEGER NOT NULL,
    department TEXT,
    role TEXT,
    position TEXT,
    name TEXT,
    phones TEXT,
    email TEXT,
    PRIMARY KEY (reading, number)
) WITHOUT ROWID;

CREATE TABLE grid (
    reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
    number INTEGER NOT NULL,
    place TEXT NOT NULL,
    caption TEXT NOT NULL,
    rows INTEGER NOT NULL,
    cols INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (reading, number)
);

-- The forms of a release compared, where there are several.
CREATE TABLE comparison (
    lead TEXT PRIMARY KEY,
    code TEXT, -- why they could not be compared
    similarity REAL,
    agreement TEXT NOT NULL,
    disagreements TEXT NOT NULL
) WITHOUT ROWID;

-- Files of a folder of Markdown, noted before they are written.
CREATE TABLE page (path TEXT PRIMARY KEY) WITHOUT ROWID;

-- Pairs of syllables and folded words with blanks between them, see words.py; it holds no text of its own.
CREATE VIRTUAL TABLE word USING fts5 (title, text, content = '', tokenize = "ascii");

-- Every file: read, duplicate (of the first file with its bytes), archive, skipped or failed.
CREATE VIEW manifest AS
SELECT
    file.source,
    CASE
        WHEN file.status <> 'read' THEN file.status
        WHEN reading.code IS NOT NULL THEN 'failed'
        WHEN file.source <> (SELECT min(source) FROM file AS twin WHERE twin.sha256 = file.sha256) THEN 'duplicate'
        ELSE 'read'
    END AS status,
    coalesce(file.code, reading.code) AS code,
    coalesce(file.message, reading.message) AS message,
    coalesce(file.hint, reading.hint) AS hint,
    file.size,
    file.sha256,
    (
        SELECT min(twin.source) FROM file AS twin WHERE twin.sha256 = file.sha256 HAVING min(twin.source) <> file.source
    ) AS duplicate_of,
    (SELECT min(source) FROM file AS best WHERE best.sha256 = coalesce(reading.lead, reading.sha256)) AS form_of,
    reading.version
FROM file LEFT JOIN reading ON reading.sha256 = file.sha256;

-- Every form: a release as one file gives it.
CREATE VIEW forms AS
SELECT
    reading.id,
    reading.sha256,
    coalesce(reading.lead, reading.sha256) AS release,
    (SELECT min(source) FROM file WHERE file.sha256 = reading.sha256) AS source,
    reading.format, reading.pages, reading.likelihood, reading.masthead, reading.kind, reading.title, reading.subtitles,
    reading.agency, reading.agencies, reading.department, reading.departments, reading.released, reading.distributed,
    reading.warnings, reading.text, reading.markdown, reading.json
FROM reading WHERE reading.code IS NULL;

-- Every release once, by the form that says most of itself.
CREATE VIEW releases AS
SELECT
    forms.*,
    (SELECT count(*) FROM reading WHERE reading.lead = forms.sha256) AS forms,
    comparison.similarity, comparison.agreement, comparison.disagreements
FROM forms LEFT JOIN comparison ON comparison.lead = forms.sha256
WHERE forms.release = forms.sha256;

CREATE VIEW contacts AS
SELECT
    releases.sha256 AS release, person.number, person.department, person.role, person.position, person.name,
    person.phones, person.email, releases.agency, releases.title, releases.released
FROM person JOIN releases ON releases.id = person.reading;

CREATE VIEW tables AS
SELECT
    releases.sha256 AS release, grid.number, grid.place, grid.caption, grid.rows, grid.cols, grid.cells,
    releases.title, releases.released
FROM grid JOIN releases ON releases.id = grid.reading;

-- What the sinks write: every file with what it gave, in the order of batch/rows.py's Entry.
CREATE VIEW entry AS
SELECT
    manifest.source, manifest.status, manifest.code, manifest.message, manifest.hint, manifest.sha256, manifest.size,
    manifest.duplicate_of, manifest.form_of,
    reading.format, reading.pages, reading.likelihood, reading.masthead, reading.kind, reading.title, reading.subtitles,
    reading.agency, reading.agencies, reading.department, reading.departments, reading.released, reading.distributed,
    reading.warnings, reading.text, reading.json,
    (
        SELECT json_group_array(json_array(department, role, position, name, json(phones), email))
        FROM (SELECT * FROM person WHERE person.reading = reading.id ORDER BY number)
    ) AS contacts
FROM manifest LEFT JOIN reading ON manifest.status = 'read' AND reading.sha256 = manifest.sha256;
