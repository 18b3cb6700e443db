"""Addresses of services as they are typed."""

import pytest

from desktop.models.problems import Problem
from desktop.models.web_address import service_address


@pytest.mark.parametrize(
    "typed",
    ["https://tsa.example.org/tsr", "http://tsa.example.org:318", "https://[::1]/tsr", "https://münchen.example"],
)
def test_an_address_is_taken_without_what_stands_around_it(typed: str) -> None:
    assert service_address(f"  {typed}\n") == typed


def test_nothing_is_no_address() -> None:
    assert service_address("  ") == ""


@pytest.mark.parametrize(
    "typed", ["tsa.example.org", "ftp://tsa.example.org", "https://", "https://tsa .example.org", "https://[::1", "x"]
)
def test_what_is_no_address_is_told(typed: str) -> None:
    with pytest.raises(Problem, match="begins with https://"):
        service_address(typed)


def test_a_port_that_is_none_is_told() -> None:
    with pytest.raises(Problem, match="begins with https://"):
        service_address("https://tsa.example.org:99999999/")


def test_a_password_is_not_stored() -> None:
    with pytest.raises(Problem, match="plain text"):
        service_address("https://mira:secret@tsa.example.org/")
