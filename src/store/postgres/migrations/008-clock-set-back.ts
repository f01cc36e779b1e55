import { CLOCK_SKEW } from '../../../catalog/clock-set-back.js'

/**
 * Tries that were counted before a clock was set back are forgotten: nobody waits until it has caught up. As
 * {@link addTries} counts in memory.
 */
export const CLOCK_SET_BACK = `
create or replace function take_tries(asked json, moment bigint, times integer) returns json language plpgsql set search_path from current as $$
declare
  names text[] := array(select key ->> 'name' from json_array_elements(asked) key order by 1);
  is_taken boolean;
  skew constant bigint := ${CLOCK_SKEW};
begin
  insert into tries (name, count, free_at, ends_at) select name, 0, 0, 0 from unnest(names) name on conflict do nothing;
  -- In the order of their names, so that no two requests wait for each other.
  perform from tries where name = any (names) order by name for update;
  is_taken := not exists (
    select from tries join json_to_recordset(asked) as rule(name text, forget bigint) using (name)
    where free_at > moment and ends_at > moment and ends_at <= moment + forget + skew
  );
  if is_taken then
    update tries set count = added.count, ends_at = added.ends_at,
      free_at = case when added.count < rule.free then 0
        else least(added.ends_at, moment + least(rule.longest_wait, rule.first_wait * power(2, least(30, added.count - rule.free)))::bigint)
      end
    from json_to_recordset(asked)
        as rule(name text, free integer, first_wait bigint, longest_wait bigint, forget bigint, since text),
      lateral (
        select case when is_kept then found.count else 0 end + times as count,
          case when is_kept and rule.since = 'first' then found.ends_at else moment + rule.forget end as ends_at
        from tries found,
          lateral (select found.ends_at > moment and found.ends_at <= moment + rule.forget + skew as is_kept)
        where found.name = rule.name
      ) added
    where tries.name = rule.name;
  end if;
  return json_build_object('isTaken', is_taken, 'tried', (
    select json_agg(json_build_object('name', name, 'count', count, 'freeAt', free_at, 'endsAt', ends_at))
    from tries where name = any (names)
  ));
end
$$;
`
