do $$ begin
  if (select layers from address_hash_layers) > 1 then
    raise exception 'Addresses are hashed under several keys, which an older version of the program cannot read';
  end if;
end $$;
drop trigger share_salt on credentials;
drop function share_salt();
alter table credentials drop column password_salt;
drop function address_hash_layers_in_force();
drop table address_hash_layers;
