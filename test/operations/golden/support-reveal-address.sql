-- round trip 1 as audience_support for CUSTOMER_SUPPORT
begin;
select reveal_email_address($1::uuid, $2::subject_kind, $3::uuid, $4::uuid) as address
where exists (
  select
  from platform_users
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and id = $5::uuid
);

-- round trip 2 as audience_support for CUSTOMER_SUPPORT
commit;
