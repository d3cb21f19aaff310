-- asked with {"first":2}

-- round trip 1 as audience_marketing for MARKETING_AND_SALES
select id as "id", kind as "kind", informed_on as "informedOn", prospect_kind as "prospectKind",
    state as "state", matched as "matched", would_change as "wouldChange", would_stay as "wouldStay",
    would_be_refused as "wouldBeRefused", changed as "changed", unchanged as "unchanged",
    restored as "restored", kept as "kept", failure as "failure", created_at as "createdAt",
    started_at as "startedAt", ended_at as "endedAt", out_of_reach as "outOfReach",
    changed_meanwhile as "changedMeanwhile", row_number() over (order by id desc) > 2 as "isAhead"
from bulk_actions
where true
order by id desc
limit 3;

-- asked with {"first":2,"after":"<cursor>"}

-- round trip 1 as audience_marketing for MARKETING_AND_SALES
select id as "id", kind as "kind", informed_on as "informedOn", prospect_kind as "prospectKind",
    state as "state", matched as "matched", would_change as "wouldChange", would_stay as "wouldStay",
    would_be_refused as "wouldBeRefused", changed as "changed", unchanged as "unchanged",
    restored as "restored", kept as "kept", failure as "failure", created_at as "createdAt",
    started_at as "startedAt", ended_at as "endedAt", out_of_reach as "outOfReach",
    changed_meanwhile as "changedMeanwhile", row_number() over (order by id desc) > 2 as "isAhead"
from bulk_actions
where true
  and id < $1::uuid
order by id desc
limit 3;
