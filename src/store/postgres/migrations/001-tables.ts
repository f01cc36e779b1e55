/**
 * The tables of a shop. Two rules hold for all of them:
 *
 * - The truth of a record is its `document`, kept as `json` and not as `jsonb`: what comes back is what went in, order
 *   of the fields included, so that two processes render the same and two stores can be compared by their hashes. Cast
 *   it (`document::jsonb`) to ask inside.
 * - Columns beside it are there for constraints and for people who ask with SQL. They are generated from the document,
 *   so that they cannot say anything else; only days and times are filled in by `commit_batch`, since PostgreSQL
 *   generates no column from a text that its date style could read differently.
 *
 * Products do not refer to producers by a foreign key, nor orders to products: the core checks what a record refers
 * to, and orders and ledger keep their facts when a product goes.
 */
export const TABLES = `
create table head (
  only_row boolean primary key default true check (only_row),
  revision bigint not null check (revision >= 0)
);
comment on table head is 'The last revision. A commit locks this row, so that revisions become visible in their order.';
insert into head (revision) values (0);

create table changes (
  revision bigint primary key,
  commit_id uuid not null constraint commit_once unique,
  document json not null,
  committed_at timestamptz not null default clock_timestamp()
);
comment on table changes is 'Every commit, from which the processes of a shop catch up with each other.';

create table producers (
  ordinal bigint generated always as identity,
  id text generated always as (document ->> 'id') stored primary key,
  version integer not null generated always as ((document ->> 'version')::integer) stored check (version >= 1),
  slug text not null generated always as (document ->> 'slug') stored
    constraint producer_slug unique deferrable initially immediate,
  document json not null
);

create table products (
  ordinal bigint generated always as identity,
  id text generated always as (document ->> 'id') stored primary key,
  version integer not null generated always as ((document ->> 'version')::integer) stored check (version >= 1),
  slug text not null generated always as (document ->> 'slug') stored
    constraint product_slug unique deferrable initially immediate,
  status text not null generated always as (document ->> 'status') stored,
  producer_id text generated always as (document ->> 'producerId') stored,
  document json not null
);

create table variants (
  sku text constraint sku primary key,
  product_id text not null references products (id)
);
create index on variants (product_id);

create table certificates (
  ordinal bigint generated always as identity,
  id text generated always as (document ->> 'id') stored primary key,
  version integer not null generated always as ((document ->> 'version')::integer) stored check (version >= 1),
  product_id text not null generated always as (document ->> 'productId') stored,
  document json not null
);

create table platforms (
  ordinal bigint generated always as identity,
  id text generated always as (document ->> 'id') stored primary key,
  version integer not null generated always as ((document ->> 'version')::integer) stored check (version >= 1),
  slug text not null generated always as (document ->> 'slug') stored
    constraint platform_slug unique deferrable initially immediate,
  document json not null
);

create table listings (
  ordinal bigint generated always as identity,
  id text generated always as (document ->> 'id') stored primary key,
  version integer not null generated always as ((document ->> 'version')::integer) stored check (version >= 1),
  product_id text not null generated always as (document ->> 'productId') stored,
  platform_id text not null generated always as (document ->> 'platformId') stored,
  document json not null,
  constraint listing_pair unique (product_id, platform_id) deferrable initially immediate
);

create table stock (
  sku text primary key,
  level bigint not null constraint stock_never_below_zero check (level between 0 and 9007199254740991)
);

create table stock_movements (
  revision bigint not null,
  position integer not null,
  sku text not null references stock (sku),
  quantity bigint not null,
  reason text not null check (reason in ('adjustment', 'order', 'cancellation')),
  order_id text,
  primary key (revision, position)
);
create index on stock_movements (sku);
create index on stock_movements (order_id) where order_id is not null;

create table orders (
  ordinal bigint generated always as identity unique,
  id text generated always as (document ->> 'id') stored primary key,
  version integer not null generated always as ((document ->> 'version')::integer) stored check (version >= 1),
  code text not null generated always as (document ->> 'code') stored constraint order_code unique,
  idempotency_key text not null generated always as (document ->> 'idempotencyKey') stored
    constraint idempotency_key unique,
  placed_at timestamptz not null,
  document json not null
);
create index on orders (placed_at);

create table ledger (
  recorded_on date not null,
  recorded_at timestamptz not null,
  revision bigint not null,
  position integer not null,
  id text not null generated always as (document ->> 'id') stored,
  kind text not null generated always as (document ->> 'kind') stored,
  platform_id text not null generated always as (document ->> 'platformId') stored,
  producer_id text generated always as (document ->> 'producerId') stored,
  province text not null generated always as (document ->> 'province') stored,
  from_day date not null,
  until_day date not null,
  count bigint not null generated always as ((document ->> 'count')::bigint) stored,
  amount bigint generated always as ((document ->> 'amount')::bigint) stored,
  order_id text generated always as (document ->> 'orderId') stored,
  document json not null,
  check (from_day <= until_day)
) partition by range (recorded_on);
comment on column ledger.recorded_on is 'The day in Vietnam on which the entry was recorded; one partition for each month.';
comment on column ledger.amount is 'Goods without shipping, in whole dong; null when the platform does not say.';
create index on ledger (revision, position);
create index on ledger (order_id) where order_id is not null;
create index on ledger (platform_id, from_day);

create table ledger_keys (
  id text constraint transaction_id primary key,
  kind text not null check (kind in ('sale', 'void')),
  platform_id text not null,
  external_number text,
  voids text constraint void_once unique,
  voided_kind text generated always as (case when voids is not null then 'sale' end) stored,
  revision bigint not null,
  position integer not null,
  check ((kind = 'void') = (voids is not null)),
  unique (id, kind),
  constraint voids_a_sale foreign key (voids, voided_kind) references ledger_keys (id, kind)
);
comment on table ledger_keys is 'What is unique over the whole ledger: a partitioned table can promise it for one month only.';
create unique index external_number on ledger_keys (platform_id, external_number) where kind = 'sale';
`
