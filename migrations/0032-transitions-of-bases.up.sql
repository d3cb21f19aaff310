-- What may become of a basis, of an objection and of a restriction. A new word is known when its migration has committed.
alter type basis_transition add value 'CONFIRMED';
alter type basis_transition add value 'RESTRICTED';
alter type basis_transition add value 'LIFTED';
