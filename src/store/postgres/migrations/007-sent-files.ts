/**
 * Files on their way into the catalog, so that each process of a shop can go on with what another was sent. Unlogged:
 * they are gone after a day, and after a crash they are to be sent again.
 */
export const SENT_FILES = `
create unlogged table sent_files (
  ordinal bigint generated always as identity,
  id text primary key,
  account_id text not null,
  facts text not null,
  work json,
  bytes bytea not null,
  ends_at bigint not null
);
comment on table sent_files is 'Files that offices have sent to be imported, what is done with them and how far it is; forgotten after ends_at, in milliseconds since 1970.';
create index on sent_files (account_id);
`
