"""What a certificate says about itself."""

from datetime import timedelta

import pytest

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.keys.root import issue
from desktop.models.ids import now
from desktop.models.people import Person
from desktop.models.problems import Problem
from tests.keys import key_of, root_of


def test_a_key_that_vouches_for_itself() -> None:
    facts = certificate_facts(key_of("Mira Solberg").certificate)
    assert (facts.subject, facts.issuer, facts.authority) == ("Mira Solberg", "", False)
    assert facts.holds_at(now())
    assert not facts.holds_at(facts.until + timedelta(seconds=1))


def test_a_name_that_a_certificate_cuts_short_is_read_whole() -> None:
    name = "Anastasia-Valentina " * 5 + "Solberg"
    assert certificate_facts(key_of(name).certificate).subject == name


def test_a_root_and_what_it_issued() -> None:
    root = root_of("Example GmbH Notes")
    assert certificate_facts(root.certificate).authority
    issued = certificate_facts(issue(root, Person("u", "Tomas Oyelaran"), now()).certificate)
    assert (issued.subject, issued.issuer, issued.authority) == ("Tomas Oyelaran", "Example GmbH Notes", False)


def test_what_is_no_certificate_is_refused() -> None:
    with pytest.raises(Problem, match="cannot be read"):
        certificate_facts(b"no certificate")
