"""A key in words: whose it is, since when and how long, who vouches for it, and how two people compare it."""

from dataclasses import dataclass
from datetime import datetime

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.i18n import _
from desktop.models.certificate import CertificateFacts
from desktop.models.identity import Identity, fingerprint
from desktop.presenters.notice import Notice, Tone
from desktop.wording import day, isolated, spoken


@dataclass(frozen=True, slots=True)
class KeyCard:
    """One key; `warning` is what one should know before relying on it, None for nothing."""

    name: str
    facts: tuple[tuple[str, str], ...]
    spoken: str
    fingerprint: str
    warning: Notice | None = None


def identity_card(identity: Identity, root: bytes, now: datetime, expected: str, in_use: bool = True) -> KeyCard:
    """Return an identity in words; `root` is the certificate of the firm's own root (b"" for none).

    `expected` is the name its certificate should carry, `in_use` False that it is only looked at.
    """
    facts = certificate_facts(identity.certificate)
    since = [(_("In use since"), _day(identity.created_at))] if in_use else []
    lines = [*since, *_validity(facts)]
    lines.append((_("Vouched for by"), _voucher(facts, identity.chain, root)))
    lines.append((_("Kept in"), _("A token, which it never leaves") if identity.token else _("This vault")))
    return _card(identity.certificate, facts, lines, _warning(facts, now, expected))


def certificate_card(certificate: bytes, now: datetime, expected: str) -> KeyCard:
    """Return somebody's certificate in words; `expected` is the name it should carry."""
    facts = certificate_facts(certificate)
    lines = [*_validity(facts), (_("Vouched for by"), _voucher(facts, b"", b""))]
    return _card(certificate, facts, lines, _warning(facts, now, expected))


def root_card(certificate: bytes, since: datetime | None, now: datetime) -> KeyCard:
    """Return a root in words; `since` is when it was made or trusted, None if it is not yet."""
    facts = certificate_facts(certificate)
    known = [(_("Here since"), _day(since))] if since else []
    return _card(certificate, facts, [*known, *_validity(facts)], _warning(facts, now, ""))


def _card(certificate: bytes, facts: CertificateFacts, lines: list[tuple[str, str]], warning: Notice | None) -> KeyCard:
    return KeyCard(isolated(facts.subject), tuple(lines), spoken(certificate), fingerprint(certificate), warning)


def _validity(facts: CertificateFacts) -> list[tuple[str, str]]:
    return [(_("Valid until"), _day(facts.until))]


def _voucher(facts: CertificateFacts, chain: bytes, root: bytes) -> str:
    if not facts.issuer:
        return _("Itself: comparing the words is what shows whose it is")
    if root and chain.endswith(root):
        return _("Your firm's root, {name}").format(name=isolated(facts.issuer))
    return _("The authority {name}").format(name=isolated(facts.issuer))


def _warning(facts: CertificateFacts, now: datetime, expected: str) -> Notice | None:
    if facts.until < now:
        return Notice(Tone.BAD, _("This certificate expired on {day}.").format(day=_day(facts.until)))
    if expected and _plain(expected) != _plain(facts.subject):
        other = _("The certificate says {name}, not {expected}. Notes will show {name} as the signer.")
        return Notice(Tone.WARN, other.format(name=isolated(facts.subject), expected=isolated(expected)))
    return None


def _plain(name: str) -> str:
    """Return a name as two spellings of it are compared."""
    return " ".join(name.split()).casefold()


def _day(when: datetime) -> str:
    return day(when.astimezone().date())
