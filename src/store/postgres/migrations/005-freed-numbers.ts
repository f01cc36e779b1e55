/**
 * A sale that is taken back gives its number free, so that a platform's file that was imported by mistake and undone can
 * be imported again. The entries of the ledger stay as they are.
 */
export const FREED_NUMBERS = `
create function free_number() returns trigger language plpgsql as $$
begin
  update ledger_keys set external_number = null where id = new.voids and external_number = new.external_number;
  return null;
end
$$;
create trigger free_number after insert on ledger_keys
  for each row when (new.kind = 'void' and new.external_number is not null) execute function free_number();

update ledger_keys sale set external_number = null from ledger_keys taken_back
  where taken_back.voids = sale.id and taken_back.external_number = sale.external_number;
`
