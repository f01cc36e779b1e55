/**
 * Further collections need no table of their own: their records lie in one, and what one record may hold alone in
 * another. The commit names those values, since the database does not know the collections. And the audit trail.
 */
export const RECORDS = `
create table records (
  collection text not null,
  id text generated always as (document ->> 'id') stored,
  ordinal bigint generated always as identity,
  version integer not null generated always as ((document ->> 'version')::integer) stored check (version >= 1),
  document json not null,
  primary key (collection, id)
);
comment on table records is 'The records of every collection that has no table of its own.';

create table claims (
  kind text not null,
  value text not null,
  collection text not null,
  id text not null,
  constraint record_claim primary key (kind, value),
  foreign key (collection, id) references records (collection, id)
);
comment on table claims is 'What one record may hold alone, such as accounts.phone, and which one does.';
create index on claims (collection, id);

create table audit (
  ordinal bigint generated always as identity primary key,
  at timestamptz not null,
  action text not null generated always as (document ->> 'action') stored,
  document json not null
);
comment on table audit is 'Who changed what, when, from what to what. Entries are only ever added.';
create index on audit (at);

create function has_own_table(collection text) returns boolean language sql immutable as $$
  select collection in ('producers', 'products', 'certificates', 'platforms', 'listings', 'orders')
$$;

create function put_records(puts json, claimed json) returns void language plpgsql as $$
declare
  item record;
begin
  for item in
    select value ->> 'collection' as collection, value -> 'record' as document, value -> 'record' ->> 'id' as id,
      (value -> 'record' ->> 'version')::integer as version
    from json_array_elements(puts) with ordinality
    where not has_own_table(value ->> 'collection')
    order by ordinality
  loop
    if item.version <> 1 + coalesce((
      select version from records where records.collection = item.collection and records.id = item.id
    ), 0) then
      perform refuse('CONFLICT', json_build_object('collection', item.collection, 'id', item.id));
    end if;
    insert into records (collection, document) values (item.collection, item.document)
      on conflict (collection, id) do update set document = excluded.document;
  end loop;
  -- All that is given up is given up before anything is claimed, so that two records may swap.
  delete from claims using json_array_elements(puts) put
    where claims.collection = put ->> 'collection' and claims.id = put -> 'record' ->> 'id';
  insert into claims (kind, value, collection, id)
    select claim ->> 'kind', claim ->> 'value', claim ->> 'collection', claim ->> 'id'
    from json_array_elements(claimed) claim
    where not has_own_table(claim ->> 'collection');
end
$$;

create or replace function apply_commit(document json, new_revision bigint) returns void language plpgsql as $$
declare
  puts json := document -> 'puts';
  collections text[] := array(select distinct value ->> 'collection' from json_array_elements(puts));
  collection text;
begin
  foreach collection in array array['producers', 'products', 'certificates', 'platforms', 'listings'] loop
    if collection = any (collections) then
      perform put_catalog(collection, puts);
    end if;
  end loop;
  if 'products' = any (collections) then
    perform put_variants(puts);
  end if;
  if 'orders' = any (collections) then
    perform put_orders(puts);
  end if;
  if exists (select from unnest(collections) name where not has_own_table(name)) then
    perform put_records(puts, document -> 'claims');
  end if;
  if json_array_length(document -> 'transactions') > 0 then
    perform record_transactions(document -> 'transactions', new_revision);
  end if;
  if json_array_length(document -> 'stock') > 0 then
    perform move_stock(document -> 'stock', new_revision);
  end if;
  if json_array_length(document -> 'audit') > 0 then
    insert into audit (at, document)
      select (value ->> 'at')::timestamptz, value
      from json_array_elements(document -> 'audit') with ordinality order by ordinality;
  end if;
end
$$;
`
