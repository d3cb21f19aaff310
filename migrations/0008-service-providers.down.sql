drop table disclosures;
drop policy sync on subscribers;
drop policy sync on prospects;
revoke select (id, name, email_address, may_email, purposes, purposes_valid_until) on subscribers from audience_contact_sync;
revoke select (id, name, company_name, email_address, may_email, purposes, purposes_valid_until) on prospects from audience_contact_sync;
drop function agreement_covers(subject_kind, purpose);
drop table provider_agreements;
drop table service_providers;
