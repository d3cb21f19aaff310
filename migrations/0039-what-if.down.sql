set local role lawfulness;
drop function what_if(subject_kind[], purpose[], lawful_basis[]);
set local role owner;
