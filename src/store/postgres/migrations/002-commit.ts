/**
 * A commit in the database: one call, one transaction, one round trip.
 *
 * `commit_batch` takes all that one process has waiting. Each commit of a batch is kept or refused by itself; the
 * database transaction around them is what makes them durable together, in one write.
 */
export const COMMIT = `
create function refuse(code text, details json) returns void language plpgsql as $$
begin
  raise exception using errcode = 'OC001', message = code, detail = details::text;
end
$$;

create function put_catalog(collection text, puts json) returns void language plpgsql as $$
declare
  stale text;
begin
  execute format($sql$
    with put as (
      select value -> 'record' ->> 'id' as id, (value -> 'record' ->> 'version')::integer as version, ordinality
      from json_array_elements($1) with ordinality
      where value ->> 'collection' = $2
    ), numbered as (
      select *, row_number() over (partition by id order by ordinality) as nth from put
    )
    select id from numbered left join %I stored using (id)
    where numbered.version <> coalesce(stored.version, 0) + nth
    order by ordinality limit 1
  $sql$, collection) into stale using puts, collection;
  if stale is not null then
    perform refuse('CONFLICT', json_build_object('collection', collection, 'id', stale));
  end if;
  -- One statement for all, since two records may swap what only one may hold.
  execute format($sql$
    with put as (
      select value -> 'record' as document, value -> 'record' ->> 'id' as id, ordinality
      from json_array_elements($1) with ordinality
      where value ->> 'collection' = $2
    ), ranked as (
      select *, min(ordinality) over (partition by id) as first, max(ordinality) over (partition by id) as last from put
    )
    insert into %I (document) select document from ranked where ordinality = last order by first
    on conflict (id) do update set document = excluded.document
  $sql$, collection) using puts, collection;
end
$$;

create function put_variants(puts json) returns void language plpgsql as $$
declare
  ids text[] := array(
    select distinct value -> 'record' ->> 'id' from json_array_elements(puts) where value ->> 'collection' = 'products'
  );
begin
  delete from variants where product_id = any (ids);
  insert into variants (sku, product_id)
    select variant ->> 'sku', products.id
    from products, json_array_elements(products.document -> 'variants') variant
    where products.id = any (ids);
end
$$;

create function put_orders(puts json) returns void language plpgsql as $$
declare
  put record;
begin
  for put in
    select value -> 'record' as document, value -> 'record' ->> 'id' as id,
      (value -> 'record' ->> 'version')::integer as version
    from json_array_elements(puts) with ordinality
    where value ->> 'collection' = 'orders'
    order by ordinality
  loop
    if put.version <> 1 + coalesce((select version from orders where id = put.id), 0) then
      perform refuse('CONFLICT', json_build_object('collection', 'orders', 'id', put.id));
    end if;
    if put.version = 1 then
      insert into orders (document, placed_at) values (put.document, (put.document ->> 'placedAt')::timestamptz);
    else
      update orders set document = put.document where id = put.id;
    end if;
  end loop;
end
$$;

-- A partition that is made apart and attached: unlike "create table … partition of", that waits for no reader.
create function add_ledger_month(first_day date) returns void language plpgsql as $$
declare
  partition text := 'ledger_' || to_char(first_day, 'YYYY_MM');
begin
  if to_regclass(partition) is not null then
    return;
  end if;
  execute format('create table %I (like ledger including all)', partition);
  execute format('alter table ledger attach partition %I for values from (%L) to (%L)',
    partition, first_day, (first_day + interval '1 month')::date);
end
$$;

create function record_transactions(entries json, new_revision bigint) returns void language plpgsql as $$
begin
  perform add_ledger_month(month) from (
    select distinct date_trunc('month', (value ->> 'recordedAt')::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date as month
    from json_array_elements(entries)
  ) months;
  insert into ledger_keys (id, kind, platform_id, external_number, voids, revision, position)
    select value ->> 'id', value ->> 'kind', value ->> 'platformId', value ->> 'externalNumber', value ->> 'voids',
      new_revision, ordinality
    from json_array_elements(entries) with ordinality;
  insert into ledger (recorded_on, recorded_at, revision, position, from_day, until_day, document)
    select ((value ->> 'recordedAt')::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date,
      (value ->> 'recordedAt')::timestamptz, new_revision, ordinality,
      (value ->> 'from')::date, (value ->> 'until')::date, value
    from json_array_elements(entries) with ordinality;
end
$$;

create function move_stock(movements json, new_revision bigint) returns void language plpgsql as $$
declare
  refused record;
begin
  select sku, available, change into refused
  from (
    select value ->> 'sku' as sku, sum((value ->> 'quantity')::numeric) as change, min(ordinality) as first
    from json_array_elements(movements) with ordinality group by 1
  ) changes
  cross join lateral (select coalesce((select level from stock where stock.sku = changes.sku), 0) as available) stored
  where available + change not between 0 and 9007199254740991
  order by first limit 1;
  if found then
    perform refuse(case when refused.change < 0 then 'OUT_OF_STOCK' else 'STOCK_TOO_LARGE' end,
      json_build_object('sku', refused.sku, 'available', refused.available, 'wanted', -refused.change));
  end if;
  insert into stock (sku, level) select distinct value ->> 'sku', 0 from json_array_elements(movements)
    on conflict (sku) do nothing;
  update stock set level = level + change
    from (
      select value ->> 'sku' as sku, sum((value ->> 'quantity')::bigint) as change
      from json_array_elements(movements) group by 1
    ) changes
    where stock.sku = changes.sku;
  insert into stock_movements (revision, position, sku, quantity, reason, order_id)
    select new_revision, ordinality, value ->> 'sku', (value ->> 'quantity')::bigint, value ->> 'reason', value ->> 'orderId'
    from json_array_elements(movements) with ordinality;
end
$$;

create function apply_commit(document json, new_revision bigint) returns void language plpgsql as $$
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
  if json_array_length(document -> 'transactions') > 0 then
    perform record_transactions(document -> 'transactions', new_revision);
  end if;
  if json_array_length(document -> 'stock') > 0 then
    perform move_stock(document -> 'stock', new_revision);
  end if;
end
$$;

-- Gives first the commits of others after the revision that the caller knows (place is null), then for each commit of
-- the batch its revision or why it was refused. A commit that is on record already, because the answer to it was lost
-- on the way, is not made again.
create function commit_batch(commit_ids uuid[], commits json[], known_revision bigint)
returns table (place integer, new_revision bigint, change json, refusal json)
language plpgsql set search_path from current as $$
declare
  held bigint;
  next_revision bigint;
  refused_constraint text;
  refused_detail text;
begin
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  select revision into held from head for update;
  return query
    select null::integer, revision, document, null::json from changes
    where revision > known_revision order by revision;
  next_revision := held;
  for place in 1 .. cardinality(commits) loop
    commit_batch.place := place;
    commit_batch.change := null;
    commit_batch.refusal := null;
    select revision into commit_batch.new_revision from changes where commit_id = commit_ids[place];
    if not found then
      begin
        perform apply_commit(commits[place], next_revision + 1);
        insert into changes (revision, commit_id, document)
          values (next_revision + 1, commit_ids[place], commits[place]);
        next_revision := next_revision + 1;
        commit_batch.new_revision := next_revision;
      exception when others then
        -- A refusal of ours, a broken constraint or an impossible value speaks of this commit alone.
        if sqlstate !~ '^(OC|22|23)' then
          raise;
        end if;
        get stacked diagnostics refused_constraint = constraint_name, refused_detail = pg_exception_detail;
        commit_batch.refusal := json_build_object('state', sqlstate, 'message', sqlerrm,
          'constraint', refused_constraint, 'detail', refused_detail);
      end;
    end if;
    return next;
  end loop;
  if next_revision > held then
    update head set revision = next_revision;
    perform pg_notify(current_schema(), next_revision::text);
  end if;
end
$$;
`
