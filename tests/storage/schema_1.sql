-- A whole vault as the first schema made it: what `tests/storage/test_upgrades.py` leads up to today.
PRAGMA application_id = 1146441548;
PRAGMA user_version = 1;
CREATE TABLE core_team (
	uid TEXT NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE core_person (
	uid TEXT NOT NULL,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	email TEXT NOT NULL,
	team_uid TEXT,
	PRIMARY KEY (uid),
	FOREIGN KEY(team_uid) REFERENCES core_team (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE core_meta (
	only INTEGER NOT NULL CHECK (only = 1),
	vault_uid TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	me_uid TEXT,
	PRIMARY KEY (only),
	FOREIGN KEY(me_uid) REFERENCES core_person (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE core_identity (
	uid TEXT NOT NULL,
	person_uid TEXT NOT NULL,
	certificate BLOB NOT NULL,
	"key" BLOB NOT NULL,
	created_at INTEGER NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE core_pin (
	person_uid TEXT NOT NULL,
	certificate BLOB NOT NULL,
	PRIMARY KEY (person_uid, certificate),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE core_published_objective (
	uid TEXT NOT NULL,
	title TEXT NOT NULL,
	team_uid TEXT NOT NULL,
	cycle TEXT NOT NULL,
	starts_on TEXT NOT NULL,
	ends_on TEXT NOT NULL,
	PRIMARY KEY (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE core_fact (
	uid TEXT NOT NULL,
	objective_uid TEXT NOT NULL,
	name TEXT NOT NULL,
	start TEXT NOT NULL,
	latest TEXT NOT NULL,
	unit TEXT NOT NULL,
	as_of TEXT,
	source TEXT NOT NULL,
	learning TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(objective_uid) REFERENCES core_published_objective (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE core_seal (
	seq INTEGER NOT NULL CHECK (seq BETWEEN 1 AND 9007199254740992),
	room TEXT NOT NULL CHECK (room IN ('okr', 'performance')),
	event TEXT NOT NULL,
	kind TEXT NOT NULL,
	uid TEXT NOT NULL,
	commitment TEXT NOT NULL,
	at INTEGER NOT NULL,
	prev TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (seq),
	UNIQUE (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_cycle (
	uid TEXT NOT NULL,
	name TEXT NOT NULL,
	starts_on TEXT NOT NULL,
	ends_on TEXT NOT NULL,
	PRIMARY KEY (uid),
	CHECK (ends_on > starts_on)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_objective (
	uid TEXT NOT NULL,
	cycle_uid TEXT NOT NULL,
	level TEXT NOT NULL CHECK (level IN ('company', 'team', 'individual')),
	owner_uid TEXT NOT NULL,
	title TEXT NOT NULL,
	why_now TEXT NOT NULL,
	individual_reason TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(cycle_uid) REFERENCES okr_cycle (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_key_result (
	uid TEXT NOT NULL,
	objective_uid TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('metric', 'milestone', 'baseline')),
	title TEXT NOT NULL,
	neutral_name TEXT NOT NULL,
	unit TEXT NOT NULL,
	baseline TEXT,
	"commit" TEXT,
	target TEXT,
	stretch TEXT,
	written_on TEXT,
	late_reason TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(objective_uid) REFERENCES okr_objective (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_conversation (
	uid TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('okr')),
	stage TEXT NOT NULL CHECK (stage IN ('set-align', 'check-in', 'reflect-reset')),
	person_uid TEXT NOT NULL,
	manager_uid TEXT NOT NULL,
	guide TEXT NOT NULL,
	held_on TEXT NOT NULL,
	period TEXT NOT NULL,
	period_start TEXT NOT NULL,
	period_end TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('draft', 'sealed')),
	step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 1000000),
	corrects TEXT,
	reason TEXT NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid),
	FOREIGN KEY(manager_uid) REFERENCES core_person (uid),
	FOREIGN KEY(corrects) REFERENCES okr_note (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_answer (
	conversation_uid TEXT NOT NULL,
	prompt_id TEXT NOT NULL,
	subject TEXT NOT NULL,
	voice TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (conversation_uid, prompt_id, subject, voice),
	FOREIGN KEY(conversation_uid) REFERENCES okr_conversation (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_private_note (
	conversation_uid TEXT NOT NULL,
	section_id TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (conversation_uid, section_id),
	FOREIGN KEY(conversation_uid) REFERENCES okr_conversation (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_commitment (
	uid TEXT NOT NULL,
	conversation_uid TEXT NOT NULL,
	person_uid TEXT NOT NULL,
	text TEXT NOT NULL,
	owner TEXT NOT NULL,
	due TEXT,
	state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'dropped')),
	position INTEGER NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(conversation_uid) REFERENCES okr_conversation (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_note (
	uid TEXT NOT NULL,
	series TEXT NOT NULL,
	revision INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 1000000),
	reason TEXT NOT NULL,
	conversation_uid TEXT,
	person_uid TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('okr')),
	stage TEXT NOT NULL CHECK (stage IN ('set-align', 'check-in', 'reflect-reset')),
	record BLOB NOT NULL,
	digest TEXT NOT NULL,
	salt BLOB NOT NULL,
	sealed_at INTEGER NOT NULL,
	chain_head TEXT NOT NULL,
	imported INTEGER NOT NULL CHECK (imported BETWEEN 0 AND 1),
	PRIMARY KEY (uid),
	UNIQUE (series, revision),
	CHECK ((conversation_uid IS NULL) = imported),
	UNIQUE (conversation_uid),
	FOREIGN KEY(conversation_uid) REFERENCES okr_conversation (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_export (
	note_uid TEXT NOT NULL,
	number INTEGER NOT NULL,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	length INTEGER NOT NULL,
	made_at INTEGER NOT NULL,
	pdf BLOB NOT NULL,
	PRIMARY KEY (note_uid, number),
	FOREIGN KEY(note_uid) REFERENCES okr_note (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_check_in (
	uid TEXT NOT NULL,
	key_result_uid TEXT NOT NULL,
	value TEXT NOT NULL,
	as_of TEXT NOT NULL,
	source TEXT NOT NULL,
	confidence INTEGER CHECK (confidence BETWEEN 0 AND 10),
	recorded_at INTEGER NOT NULL,
	conversation_uid TEXT,
	PRIMARY KEY (uid),
	UNIQUE (key_result_uid, conversation_uid),
	FOREIGN KEY(key_result_uid) REFERENCES okr_key_result (uid),
	FOREIGN KEY(conversation_uid) REFERENCES okr_conversation (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE okr_reflection (
	uid TEXT NOT NULL,
	key_result_uid TEXT NOT NULL,
	value TEXT NOT NULL,
	as_of TEXT NOT NULL,
	source TEXT NOT NULL,
	learning TEXT NOT NULL,
	decision TEXT NOT NULL CHECK (decision IN ('keep', 'modify', 'remove')),
	recorded_at INTEGER NOT NULL,
	conversation_uid TEXT,
	rescore_reason TEXT NOT NULL,
	PRIMARY KEY (uid),
	UNIQUE (key_result_uid, conversation_uid),
	FOREIGN KEY(key_result_uid) REFERENCES okr_key_result (uid),
	FOREIGN KEY(conversation_uid) REFERENCES okr_conversation (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE perf_conversation (
	uid TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('performance')),
	stage TEXT NOT NULL CHECK (stage IN ('review')),
	person_uid TEXT NOT NULL,
	manager_uid TEXT NOT NULL,
	guide TEXT NOT NULL,
	held_on TEXT NOT NULL,
	period TEXT NOT NULL,
	period_start TEXT NOT NULL,
	period_end TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('draft', 'sealed')),
	step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 1000000),
	corrects TEXT,
	reason TEXT NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid),
	FOREIGN KEY(manager_uid) REFERENCES core_person (uid),
	FOREIGN KEY(corrects) REFERENCES perf_note (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE perf_answer (
	conversation_uid TEXT NOT NULL,
	prompt_id TEXT NOT NULL,
	subject TEXT NOT NULL,
	voice TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (conversation_uid, prompt_id, subject, voice),
	FOREIGN KEY(conversation_uid) REFERENCES perf_conversation (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE perf_private_note (
	conversation_uid TEXT NOT NULL,
	section_id TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (conversation_uid, section_id),
	FOREIGN KEY(conversation_uid) REFERENCES perf_conversation (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE perf_commitment (
	uid TEXT NOT NULL,
	conversation_uid TEXT NOT NULL,
	person_uid TEXT NOT NULL,
	text TEXT NOT NULL,
	owner TEXT NOT NULL,
	due TEXT,
	state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'dropped')),
	position INTEGER NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(conversation_uid) REFERENCES perf_conversation (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE perf_note (
	uid TEXT NOT NULL,
	series TEXT NOT NULL,
	revision INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 1000000),
	reason TEXT NOT NULL,
	conversation_uid TEXT,
	person_uid TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('performance')),
	stage TEXT NOT NULL CHECK (stage IN ('review')),
	record BLOB NOT NULL,
	digest TEXT NOT NULL,
	salt BLOB NOT NULL,
	sealed_at INTEGER NOT NULL,
	chain_head TEXT NOT NULL,
	imported INTEGER NOT NULL CHECK (imported BETWEEN 0 AND 1),
	PRIMARY KEY (uid),
	UNIQUE (series, revision),
	CHECK ((conversation_uid IS NULL) = imported),
	UNIQUE (conversation_uid),
	FOREIGN KEY(conversation_uid) REFERENCES perf_conversation (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE perf_export (
	note_uid TEXT NOT NULL,
	number INTEGER NOT NULL,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	length INTEGER NOT NULL,
	made_at INTEGER NOT NULL,
	pdf BLOB NOT NULL,
	PRIMARY KEY (note_uid, number),
	FOREIGN KEY(note_uid) REFERENCES perf_note (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE perf_expectation (
	uid TEXT NOT NULL,
	person_uid TEXT NOT NULL,
	text TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid)
)
 WITHOUT ROWID,
 STRICT;
CREATE TABLE perf_evidence (
	uid TEXT NOT NULL,
	person_uid TEXT NOT NULL,
	expectation_uid TEXT,
	observed_on TEXT NOT NULL,
	situation TEXT NOT NULL,
	behaviour TEXT NOT NULL,
	impact TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (uid),
	FOREIGN KEY(person_uid) REFERENCES core_person (uid),
	FOREIGN KEY(expectation_uid) REFERENCES perf_expectation (uid)
)
 WITHOUT ROWID,
 STRICT;
INSERT INTO core_team VALUES ('team', 'Support');
INSERT INTO core_person VALUES ('mira', 'Mira Solberg', 'Head of Support', 'mira@example.org', NULL);
INSERT INTO core_person VALUES ('tomas', 'Tomas Oyelaran', 'Support engineer', 'tomas@example.org', 'team');
INSERT INTO core_meta VALUES (1, '5544f9e2-dd60-450f-9418-4e1d51f366b3', 1795403788614, 'mira');
INSERT INTO core_identity VALUES ('identity', 'mira', X'300063657274', X'006B6579', 1795176000123);
INSERT INTO core_pin VALUES ('mira', X'30006F6E65');
INSERT INTO core_pin VALUES ('mira', X'300074776F');
INSERT INTO core_pin VALUES ('tomas', X'3000746F6D6173');
INSERT INTO core_seal VALUES (1, 'okr', 'sealed', 'conversation', 'okr-talk', '91769cfff6de2a11e291f3a992491bcd1711a867932005656dbb56b06bc8dd22', 1795176000123, '', '1382c3ee4e137e0cf6e2aaa692eace8b60630a72b80a2f46dc1bf1d70babdcc9');
INSERT INTO core_seal VALUES (2, 'okr', 'sealed', 'note', 'okr-talk-note', 'dda4a5e04e08fb997c10f6cc14c0b800a3d6bb87ab65b3a145fc5163b43784bf', 1795176000123, '1382c3ee4e137e0cf6e2aaa692eace8b60630a72b80a2f46dc1bf1d70babdcc9', '1bc315915db874ea00cf07f1c079117d2131540ed7d42db4c20a290cb1c10c14');
INSERT INTO core_seal VALUES (3, 'okr', 'imported', 'note', 'okr-foreign-note', '670418f537a121b402793f6e8dd039e4e3fb5d42566c9f63a29744f6d1e1e25f', 1795176000123, '1bc315915db874ea00cf07f1c079117d2131540ed7d42db4c20a290cb1c10c14', '53c88eee00632dd9b68a6a50f8ab70817d03dd60e52bb42438d2717b4c59f433');
INSERT INTO core_seal VALUES (4, 'performance', 'sealed', 'conversation', 'performance-talk', 'd695fbd1bab85179f7487231574aac28975f1d8d901d70c375ee3653c9819773', 1795176000123, '53c88eee00632dd9b68a6a50f8ab70817d03dd60e52bb42438d2717b4c59f433', 'dfdd7dcfbf7d4afdb9ea31b484fb02e6ec5d03ed6de6f087726cf1d3b8bf0fe6');
INSERT INTO core_seal VALUES (5, 'performance', 'sealed', 'note', 'performance-talk-note', '68ddf1712e867a370130f0b3dca7cf2e9ed2d14ca05dcba1bd7ac96168891c5a', 1795176000123, 'dfdd7dcfbf7d4afdb9ea31b484fb02e6ec5d03ed6de6f087726cf1d3b8bf0fe6', 'ee75746aeb0ef087ecc0111f54a14af123c012b8cdd59ee4b2732462e6c04c1c');
INSERT INTO core_seal VALUES (6, 'performance', 'imported', 'note', 'performance-foreign-note', '4386150add19b7d9605f8a4dfaedc2358df0729a23d016bcd95dc9356f8d77b4', 1795176000123, 'ee75746aeb0ef087ecc0111f54a14af123c012b8cdd59ee4b2732462e6c04c1c', 'd17a99447af0fe6ba6d83526e5bfe84f4a37132035828867970e82ff8a42e857');
INSERT INTO okr_cycle VALUES ('cycle', 'Q4 2026', '2026-10-01', '2026-12-31');
INSERT INTO okr_objective VALUES ('objective', 'cycle', 'team', 'team', 'Help while it matters', 'Two customers left.', '', 1);
INSERT INTO okr_key_result VALUES ('result', 'objective', 'metric', 'First reply within half a day', 'Median first reply', 'hours', '9.50', '7', '5', '4', '2026-09-20', '', 1);
INSERT INTO okr_conversation VALUES ('okr-open', 'okr', 'reflect-reset', 'tomas', 'mira', '{"id":"plain","kind":"okr","stage":"reflect-reset","title":"A plain talk","language":"en","version":1,"rule":"Key result scores steer learning. They decide neither rating nor pay.","sections":[{"id":"talk","title":"Talk","minutes":20,"prompts":[{"id":"moved","text":"What moved?","purpose":"To see it together.","avoid":["Why not more?"],"answer":"voices","topic":""}]}]}', '2026-11-20', 'Q4 2026', '2026-10-01', '2026-12-31', 1795176000123, 'draft', 0, NULL, '');
INSERT INTO okr_conversation VALUES ('okr-talk', 'okr', 'reflect-reset', 'tomas', 'mira', '{"id":"plain","kind":"okr","stage":"reflect-reset","title":"A plain talk","language":"en","version":1,"rule":"Key result scores steer learning. They decide neither rating nor pay.","sections":[{"id":"talk","title":"Talk","minutes":20,"prompts":[{"id":"moved","text":"What moved?","purpose":"To see it together.","avoid":["Why not more?"],"answer":"voices","topic":""}]}]}', '2026-11-20', 'Q4 2026', '2026-10-01', '2026-12-31', 1795176000123, 'sealed', 0, NULL, '');
INSERT INTO okr_answer VALUES ('okr-open', 'moved', '', 'employee', 'The rota helped.');
INSERT INTO okr_answer VALUES ('okr-talk', 'moved', '', 'employee', 'The rota helped.');
INSERT INTO okr_private_note VALUES ('okr-open', 'talk', 'Ask about the rota.');
INSERT INTO okr_private_note VALUES ('okr-talk', 'talk', 'Ask about the rota.');
INSERT INTO okr_commitment VALUES ('okr-open-promise', 'okr-open', 'tomas', 'Try it', 'Mira Solberg', '2027-01-01', 'open', 2);
INSERT INTO okr_commitment VALUES ('okr-talk-promise', 'okr-talk', 'tomas', 'Try it', 'Mira Solberg', '2027-01-01', 'open', 1);
INSERT INTO okr_note VALUES ('okr-foreign-note', 'okr-foreign-note', 1, '', NULL, 'tomas', 'okr', 'reflect-reset', X'7B226B696E64223A226F6B72222C226E6F7465223A7B22726561736F6E223A22222C227265766973696F6E223A312C22736572696573223A226F6B722D666F726569676E2D6E6F7465222C22756964223A226F6B722D666F726569676E2D6E6F7465227D2C2273616964223A2254686520726F74612068656C7065642E222C227374616765223A227265666C6563742D7265736574227D', 'f09e2602a60d2be26c0dcaae6831b26071e0ce7fb63ccb16850de8f11c956808', X'10708B622CF4D11466ADE979191E431FE72F735C5282164FA65313F90F1E08E6', 1795176000123, '53c88eee00632dd9b68a6a50f8ab70817d03dd60e52bb42438d2717b4c59f433', 1);
INSERT INTO okr_note VALUES ('okr-talk-note', 'okr-talk-note', 1, '', 'okr-talk', 'tomas', 'okr', 'reflect-reset', X'7B226B696E64223A226F6B72222C226E6F7465223A7B22726561736F6E223A22222C227265766973696F6E223A312C22736572696573223A226F6B722D74616C6B2D6E6F7465222C22756964223A226F6B722D74616C6B2D6E6F7465227D2C2273616964223A2254686520726F74612068656C7065642E222C227374616765223A227265666C6563742D7265736574227D', '2eb7c6481ddc86a4f038ba179b32a1677a95a468dc9bb208d5603704a8a5a5fc', X'6D67DBEAE0CC701CE82D2311F2B579AE5230F162EE6610D927CD7523F8785B1B', 1795176000123, '1bc315915db874ea00cf07f1c079117d2131540ed7d42db4c20a290cb1c10c14', 0);
INSERT INTO okr_export VALUES ('okr-talk-note', 1, 'note’s.pdf', '056de5aa475efc20ac110da0f2bea518a05a49f7caaa65a706d4cccb1bc6bbd3', 10, 1795403788675, X'255044462D312E3700FF');
INSERT INTO okr_check_in VALUES ('check-in', 'result', '7.50', '2026-11-20', 'desk', 7, 1795176000123, NULL);
INSERT INTO perf_conversation VALUES ('performance-open', 'performance', 'review', 'tomas', 'mira', '{"id":"plain","kind":"performance","stage":"review","title":"A plain talk","language":"en","version":1,"rule":"Key result scores steer learning. They decide neither rating nor pay.","sections":[{"id":"talk","title":"Talk","minutes":20,"prompts":[{"id":"moved","text":"What moved?","purpose":"To see it together.","avoid":["Why not more?"],"answer":"voices","topic":""}]}]}', '2026-11-20', 'Q4 2026', '2026-10-01', '2026-12-31', 1795176000123, 'draft', 0, NULL, '');
INSERT INTO perf_conversation VALUES ('performance-talk', 'performance', 'review', 'tomas', 'mira', '{"id":"plain","kind":"performance","stage":"review","title":"A plain talk","language":"en","version":1,"rule":"Key result scores steer learning. They decide neither rating nor pay.","sections":[{"id":"talk","title":"Talk","minutes":20,"prompts":[{"id":"moved","text":"What moved?","purpose":"To see it together.","avoid":["Why not more?"],"answer":"voices","topic":""}]}]}', '2026-11-20', 'Q4 2026', '2026-10-01', '2026-12-31', 1795176000123, 'sealed', 0, NULL, '');
INSERT INTO perf_answer VALUES ('performance-open', 'moved', '', 'employee', 'The rota helped.');
INSERT INTO perf_answer VALUES ('performance-talk', 'moved', '', 'employee', 'The rota helped.');
INSERT INTO perf_private_note VALUES ('performance-open', 'talk', 'Ask about the rota.');
INSERT INTO perf_private_note VALUES ('performance-talk', 'talk', 'Ask about the rota.');
INSERT INTO perf_commitment VALUES ('performance-open-promise', 'performance-open', 'tomas', 'Try it', 'Mira Solberg', '2027-01-01', 'open', 2);
INSERT INTO perf_commitment VALUES ('performance-talk-promise', 'performance-talk', 'tomas', 'Try it', 'Mira Solberg', '2027-01-01', 'open', 1);
INSERT INTO perf_note VALUES ('performance-foreign-note', 'performance-foreign-note', 1, '', NULL, 'tomas', 'performance', 'review', X'7B226B696E64223A22706572666F726D616E6365222C226E6F7465223A7B22726561736F6E223A22222C227265766973696F6E223A312C22736572696573223A22706572666F726D616E63652D666F726569676E2D6E6F7465222C22756964223A22706572666F726D616E63652D666F726569676E2D6E6F7465227D2C2273616964223A2254686520726F74612068656C7065642E222C227374616765223A22726576696577227D', 'b6a70320bf973b0acdde7656f3960a2dbdb80db7539805a43a9a434d2315ac19', X'C34938EC925A98A0C022BEDF6D1EB97B74BE44A267545E99C92058881E23AD3A', 1795176000123, 'd17a99447af0fe6ba6d83526e5bfe84f4a37132035828867970e82ff8a42e857', 1);
INSERT INTO perf_note VALUES ('performance-talk-note', 'performance-talk-note', 1, '', 'performance-talk', 'tomas', 'performance', 'review', X'7B226B696E64223A22706572666F726D616E6365222C226E6F7465223A7B22726561736F6E223A22222C227265766973696F6E223A312C22736572696573223A22706572666F726D616E63652D74616C6B2D6E6F7465222C22756964223A22706572666F726D616E63652D74616C6B2D6E6F7465227D2C2273616964223A2254686520726F74612068656C7065642E222C227374616765223A22726576696577227D', 'a04f42accffee91fe5c91faac706d4ab02786d338e945e6f69c2e24cf24dad06', X'943F0DC875851F20DE8816EE76A6153097FFF68C0DD80F79713142B7069BA3DA', 1795176000123, 'ee75746aeb0ef087ecc0111f54a14af123c012b8cdd59ee4b2732462e6c04c1c', 0);
INSERT INTO perf_export VALUES ('performance-talk-note', 1, 'note’s.pdf', '056de5aa475efc20ac110da0f2bea518a05a49f7caaa65a706d4cccb1bc6bbd3', 10, 1795403788750, X'255044462D312E3700FF');
INSERT INTO perf_expectation VALUES ('expectation', 'tomas', 'Hands work over', 1);
INSERT INTO perf_evidence VALUES ('evidence', 'tomas', 'expectation', '2026-10-01', 'Rota', 'Wrote a list', 'No gap', 1);
CREATE INDEX ix_core_person_team_uid ON core_person (team_uid);
CREATE INDEX ix_core_identity_person_uid ON core_identity (person_uid);
CREATE INDEX ix_core_fact_objective_uid ON core_fact (objective_uid);
CREATE INDEX ix_okr_objective_cycle_uid ON okr_objective (cycle_uid);
CREATE INDEX ix_okr_key_result_objective_uid ON okr_key_result (objective_uid);
CREATE INDEX ix_okr_conversation_corrects ON okr_conversation (corrects);
CREATE INDEX ix_okr_conversation_person_uid ON okr_conversation (person_uid);
CREATE INDEX ix_okr_commitment_conversation_uid ON okr_commitment (conversation_uid);
CREATE INDEX ix_okr_commitment_person_uid ON okr_commitment (person_uid);
CREATE INDEX ix_okr_note_person_uid ON okr_note (person_uid);
CREATE INDEX ix_okr_check_in_conversation_uid ON okr_check_in (conversation_uid);
CREATE INDEX ix_okr_check_in_key_result_uid ON okr_check_in (key_result_uid);
CREATE INDEX ix_okr_reflection_conversation_uid ON okr_reflection (conversation_uid);
CREATE INDEX ix_okr_reflection_key_result_uid ON okr_reflection (key_result_uid);
CREATE INDEX ix_perf_conversation_corrects ON perf_conversation (corrects);
CREATE INDEX ix_perf_conversation_person_uid ON perf_conversation (person_uid);
CREATE INDEX ix_perf_commitment_conversation_uid ON perf_commitment (conversation_uid);
CREATE INDEX ix_perf_commitment_person_uid ON perf_commitment (person_uid);
CREATE INDEX ix_perf_note_person_uid ON perf_note (person_uid);
CREATE INDEX ix_perf_expectation_person_uid ON perf_expectation (person_uid);
CREATE INDEX ix_perf_evidence_expectation_uid ON perf_evidence (expectation_uid);
CREATE INDEX ix_perf_evidence_person_uid ON perf_evidence (person_uid);
CREATE TRIGGER core_seal_update BEFORE UPDATE ON core_seal WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER core_seal_delete BEFORE DELETE ON core_seal WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER core_seal_insert BEFORE INSERT ON core_seal WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM core_seal) OR NEW.prev IS NOT coalesce((SELECT hash FROM core_seal WHERE seq = NEW.seq - 1), '') OR EXISTS (SELECT 1 FROM core_seal WHERE uid = NEW.uid) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_conversation_delete BEFORE DELETE ON okr_conversation WHEN OLD.state = 'sealed' BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_conversation_update BEFORE UPDATE ON okr_conversation WHEN OLD.state = 'sealed' OR NEW.uid IS NOT OLD.uid OR NEW.person_uid IS NOT OLD.person_uid OR (NEW.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM okr_note WHERE conversation_uid = NEW.uid)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_conversation_insert BEFORE INSERT ON okr_conversation WHEN NEW.state = 'sealed' OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_answer_delete BEFORE DELETE ON okr_answer WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_answer_update BEFORE UPDATE ON okr_answer WHEN ((EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed')) AND (NEW.conversation_uid IS NOT OLD.conversation_uid OR NEW.prompt_id IS NOT OLD.prompt_id OR NEW.subject IS NOT OLD.subject OR NEW.voice IS NOT OLD.voice OR NEW.text IS NOT OLD.text)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_answer_insert BEFORE INSERT ON okr_answer WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_private_note_delete BEFORE DELETE ON okr_private_note WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_private_note_update BEFORE UPDATE ON okr_private_note WHEN ((EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed')) AND (NEW.conversation_uid IS NOT OLD.conversation_uid OR NEW.section_id IS NOT OLD.section_id OR NEW.text IS NOT OLD.text)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_private_note_insert BEFORE INSERT ON okr_private_note WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_commitment_delete BEFORE DELETE ON okr_commitment WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_commitment_update BEFORE UPDATE ON okr_commitment WHEN NEW.uid IS NOT OLD.uid OR ((EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed')) AND (NEW.uid IS NOT OLD.uid OR NEW.conversation_uid IS NOT OLD.conversation_uid OR NEW.person_uid IS NOT OLD.person_uid OR NEW.text IS NOT OLD.text OR NEW.owner IS NOT OLD.owner OR NEW.due IS NOT OLD.due OR NEW.position IS NOT OLD.position)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_commitment_insert BEFORE INSERT ON okr_commitment WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = (SELECT mine.conversation_uid FROM okr_commitment AS mine WHERE mine.uid = NEW.uid) AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_check_in_delete BEFORE DELETE ON okr_check_in WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_check_in_update BEFORE UPDATE ON okr_check_in WHEN NEW.uid IS NOT OLD.uid OR ((EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed')) AND (NEW.uid IS NOT OLD.uid OR NEW.key_result_uid IS NOT OLD.key_result_uid OR NEW.value IS NOT OLD.value OR NEW.as_of IS NOT OLD.as_of OR NEW.source IS NOT OLD.source OR NEW.confidence IS NOT OLD.confidence OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.conversation_uid IS NOT OLD.conversation_uid)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_check_in_insert BEFORE INSERT ON okr_check_in WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = (SELECT mine.conversation_uid FROM okr_check_in AS mine WHERE mine.uid = NEW.uid) AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_reflection_delete BEFORE DELETE ON okr_reflection WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_reflection_update BEFORE UPDATE ON okr_reflection WHEN NEW.uid IS NOT OLD.uid OR ((EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed')) AND (NEW.uid IS NOT OLD.uid OR NEW.key_result_uid IS NOT OLD.key_result_uid OR NEW.value IS NOT OLD.value OR NEW.as_of IS NOT OLD.as_of OR NEW.source IS NOT OLD.source OR NEW.learning IS NOT OLD.learning OR NEW.decision IS NOT OLD.decision OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.conversation_uid IS NOT OLD.conversation_uid OR NEW.rescore_reason IS NOT OLD.rescore_reason)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_reflection_insert BEFORE INSERT ON okr_reflection WHEN EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM okr_conversation AS held WHERE held.uid = (SELECT mine.conversation_uid FROM okr_reflection AS mine WHERE mine.uid = NEW.uid) AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_note_update BEFORE UPDATE ON okr_note WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_note_delete BEFORE DELETE ON okr_note WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_note_insert BEFORE INSERT ON okr_note WHEN EXISTS (SELECT 1 FROM okr_note WHERE uid = NEW.uid OR conversation_uid = NEW.conversation_uid OR (series = NEW.series AND revision = NEW.revision)) OR NOT EXISTS (SELECT 1 FROM core_seal WHERE uid = NEW.uid AND hash = NEW.chain_head) OR (NEW.conversation_uid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM okr_conversation WHERE uid = NEW.conversation_uid AND state = 'draft')) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_export_update BEFORE UPDATE ON okr_export WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_export_delete BEFORE DELETE ON okr_export WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER okr_export_insert BEFORE INSERT ON okr_export WHEN EXISTS (SELECT 1 FROM okr_export WHERE note_uid = NEW.note_uid AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_conversation_delete BEFORE DELETE ON perf_conversation WHEN OLD.state = 'sealed' BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_conversation_update BEFORE UPDATE ON perf_conversation WHEN OLD.state = 'sealed' OR NEW.uid IS NOT OLD.uid OR NEW.person_uid IS NOT OLD.person_uid OR (NEW.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM perf_note WHERE conversation_uid = NEW.uid)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_conversation_insert BEFORE INSERT ON perf_conversation WHEN NEW.state = 'sealed' OR EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = NEW.uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_answer_delete BEFORE DELETE ON perf_answer WHEN EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_answer_update BEFORE UPDATE ON perf_answer WHEN ((EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed')) AND (NEW.conversation_uid IS NOT OLD.conversation_uid OR NEW.prompt_id IS NOT OLD.prompt_id OR NEW.subject IS NOT OLD.subject OR NEW.voice IS NOT OLD.voice OR NEW.text IS NOT OLD.text)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_answer_insert BEFORE INSERT ON perf_answer WHEN EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_private_note_delete BEFORE DELETE ON perf_private_note WHEN EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_private_note_update BEFORE UPDATE ON perf_private_note WHEN ((EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed')) AND (NEW.conversation_uid IS NOT OLD.conversation_uid OR NEW.section_id IS NOT OLD.section_id OR NEW.text IS NOT OLD.text)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_private_note_insert BEFORE INSERT ON perf_private_note WHEN EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_commitment_delete BEFORE DELETE ON perf_commitment WHEN EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_commitment_update BEFORE UPDATE ON perf_commitment WHEN NEW.uid IS NOT OLD.uid OR ((EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = OLD.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed')) AND (NEW.uid IS NOT OLD.uid OR NEW.conversation_uid IS NOT OLD.conversation_uid OR NEW.person_uid IS NOT OLD.person_uid OR NEW.text IS NOT OLD.text OR NEW.owner IS NOT OLD.owner OR NEW.due IS NOT OLD.due OR NEW.position IS NOT OLD.position)) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_commitment_insert BEFORE INSERT ON perf_commitment WHEN EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = NEW.conversation_uid AND held.state = 'sealed') OR EXISTS (SELECT 1 FROM perf_conversation AS held WHERE held.uid = (SELECT mine.conversation_uid FROM perf_commitment AS mine WHERE mine.uid = NEW.uid) AND held.state = 'sealed') BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_note_update BEFORE UPDATE ON perf_note WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_note_delete BEFORE DELETE ON perf_note WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_note_insert BEFORE INSERT ON perf_note WHEN EXISTS (SELECT 1 FROM perf_note WHERE uid = NEW.uid OR conversation_uid = NEW.conversation_uid OR (series = NEW.series AND revision = NEW.revision)) OR NOT EXISTS (SELECT 1 FROM core_seal WHERE uid = NEW.uid AND hash = NEW.chain_head) OR (NEW.conversation_uid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM perf_conversation WHERE uid = NEW.conversation_uid AND state = 'draft')) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_export_update BEFORE UPDATE ON perf_export WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_export_delete BEFORE DELETE ON perf_export WHEN 1 BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER perf_export_insert BEFORE INSERT ON perf_export WHEN EXISTS (SELECT 1 FROM perf_export WHERE note_uid = NEW.note_uid AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
