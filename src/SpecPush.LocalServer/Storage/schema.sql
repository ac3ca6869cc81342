CREATE TABLE IF NOT EXISTS teams (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE IF NOT EXISTS tokens (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES teams (id),
  hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
);

CREATE TABLE IF NOT EXISTS branches (
  id TEXT PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES teams (id),
  repo_uri TEXT NOT NULL,
  branch_name TEXT NOT NULL,
  commit_hash TEXT NOT NULL,
  UNIQUE (team_id, repo_uri, branch_name)
);

CREATE TABLE IF NOT EXISTS products (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES teams (id),
  name TEXT NOT NULL
);

-- Two spellings of one name would be two products to the server and one to its users.
CREATE UNIQUE INDEX IF NOT EXISTS product_names ON products (team_id, name COLLATE NOCASE);

CREATE TABLE IF NOT EXISTS implementations (
  id TEXT PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES implementations (id),
  UNIQUE (product_id, name)
);

CREATE TABLE IF NOT EXISTS tracked_branches (
  implementation_id TEXT NOT NULL REFERENCES implementations (id),
  branch_id TEXT NOT NULL REFERENCES branches (id),
  PRIMARY KEY (implementation_id, branch_id)
);

CREATE TABLE IF NOT EXISTS specs (
  branch_id TEXT NOT NULL REFERENCES branches (id),
  product_id INTEGER NOT NULL REFERENCES products (id),
  feature TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (branch_id, product_id, feature)
);

CREATE TABLE IF NOT EXISTS reference_lists (
  branch_id TEXT NOT NULL REFERENCES branches (id),
  feature TEXT NOT NULL,
  acid TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (branch_id, acid)
);
