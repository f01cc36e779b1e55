/** By what orders are listed: the recipient's phone number, each producer's share, and whether anything is left to do. */
export const ORDER_LISTS = `
create function is_open_share(share json) returns boolean language sql immutable as $$
  select share ->> 'status' not in ('delivered', 'cancelled', 'returned')
$$;

create function is_open_order(document json) returns boolean language plpgsql immutable set search_path from current as $$
begin
  return exists (select from json_array_elements(document -> 'fulfillments') share where is_open_share(share));
end
$$;

alter table orders
  add column phone text generated always as (document -> 'recipient' ->> 'phone') stored,
  add column is_open boolean not null generated always as (is_open_order(document)) stored;
create index on orders (phone, ordinal);
create index on orders (ordinal) where is_open;

create table order_shares (
  producer_id text not null,
  order_ordinal bigint not null references orders (ordinal),
  is_open boolean not null,
  primary key (producer_id, order_ordinal)
);
comment on table order_shares is 'Which producer has a share in which order, and whether it is still to be done.';
create index on order_shares (order_ordinal);
create index on order_shares (producer_id, order_ordinal) where is_open;

create function list_order(place bigint, document json) returns void language plpgsql as $$
begin
  insert into order_shares (producer_id, order_ordinal, is_open)
    select share ->> 'producerId', place, bool_or(is_open_share(share))
    from json_array_elements(document -> 'fulfillments') share group by 1
    on conflict (producer_id, order_ordinal) do update set is_open = excluded.is_open;
end
$$;

select list_order(ordinal, document) from orders;

create or replace function put_orders(puts json) returns void language plpgsql as $$
declare
  put record;
  place bigint;
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
      insert into orders (document, placed_at) values (put.document, (put.document ->> 'placedAt')::timestamptz)
        returning ordinal into place;
    else
      update orders set document = put.document where id = put.id returning ordinal into place;
    end if;
    perform list_order(place, put.document);
  end loop;
end
$$;
`
