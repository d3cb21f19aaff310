drop trigger into_outbox on subscribers;
drop trigger into_outbox on prospects;
drop function outbox_subscribers();
drop function outbox_prospects();
drop table feed;
drop table outbox;
