"""Officers as they are written: names, ranks, units and how each is reached, out of short Korean strings.

A string is cut at its numbers and addresses. What stands before one names the people it belongs to: words are told apart as ranks,
units and names, in whatever order the agency prints them ('과장 홍길동', '홍길동 과장', '예산총괄과장 홍길동').
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hwpextract.patterns import pattern
from hwpextract.press.contacts.entry_words import WORD, ends_like_unit, is_full_name, pieces_of, read_word, words_of
from hwpextract.press.phrases.names import is_name, is_position
from hwpextract.press.phrases.reach import LONGEST_LINE, Reach, extended, plain, reaches

_IN_CHARGE = "담당"
"""The rank of those who have no other."""
_NUMBER_FIRST = pattern(r"(?P<number>☎?\s*\(?0\d{1,2}[-.)]\s?\d{3,4}[-.]\d{4})\s*\((?P<who>[^()\d]+)\)(?:\s*[,/;]?\s*)")


class Person(NamedTuple):
    """One officer as printed; `unit` only where the string itself names it."""

    name: str | None = None
    position: str | None = None
    phones: tuple[str, ...] = ()
    email: str | None = None
    unit: str | None = None


_NOBODY = Person()


def dealt_out(people: Sequence[Person], found: Sequence[Reach], like: str | None = None) -> list[Person]:
    """People with the numbers printed behind them: one each where there are as many, one for all where there is only one.

    A list or range of more numbers than people is that of all, too.
    """
    phones: list[str] = []
    emails: list[str] = []
    for reach in found:
        phones += reach.phones
        if reach.email:
            emails.append(reach.email)
        elif reach.extension and (number := extended(reach.extension, phones[-1] if phones else like)):
            phones.append(number)
    of = len(people)
    if len(phones) > of and any(len(reach.phones) == len(phones) for reach in found):
        people = [person._replace(phones=person.phones or tuple(dict.fromkeys(phones))) for person in people]
    return [
        Person(
            person.name,
            person.position,
            person.phones or _share(phones, i, of),
            person.email or (_share(emails, i, of)[0] if emails else None),
            person.unit,
        )
        for i, person in enumerate(people)
    ]


def _share(values: Sequence[str], place: int, of: int) -> tuple[str, ...]:
    """What one of several people gets: with more values than people the last takes the rest, with fewer they share the last."""
    if not values:
        return ()
    if place == of - 1 and len(values) > of:
        return tuple(dict.fromkeys(values[place:]))
    return (values[min(place, len(values) - 1)],)


def officers(lines: Sequence[str], like: str | None = None) -> list[Person]:
    """Read officers out of the lines of a cell, each with a name.

    A line without a rank takes that of the line above, but no post that only one holds (과장); a line that is a unit with a post
    ('예산총괄과장') belongs to the name behind it; numbers behind several names are dealt out to them. `like` is the number of a
    colleague, for extensions.
    """
    people = [named_one for person in _read(lines, like) if (named_one := _with_name(person)).name]
    for i, person in enumerate(people[1:], 1):
        rank = people[i - 1].position
        if person.position is None and person.phones and rank and not rank.endswith("장"):
            people[i] = person._replace(position=rank)
    return people


def _with_name(person: Person) -> Person:
    """'홍길동과장(02-…)' alone reads like the head of a unit, but whoever is reached has a name; so has who stands behind his 과."""
    if person.name is not None or not (person.unit and person.position):
        return person
    above, _, last = person.unit.rpartition(" ")
    name, kind = last[:-1], last[-1:]
    if not person.phones and not above.endswith(kind):  # no 과 stands below a 과
        return person
    is_glued = kind == person.position.removesuffix("장") and (is_full_name if above else is_name)(name)
    return person._replace(name=name, unit=above or None) if is_glued else person


def entries(text: str) -> list[Person]:
    """Officers and units in running text, each as far as it is printed ('수사과 경정 홍길동(02-0000-0000)')."""
    return [
        person
        for person in _read([text], None, prose=True)
        if (person.phones or person.email) and (person.name or person.unit)
    ]


class _Reader:
    """People read so far, those who wait for a number, and the numbers found behind them."""

    def __init__(self, like: str | None) -> None:
        self.like = like
        self.done: list[Person] = []
        self.waiting: list[Person] = []
        self.found: list[Reach] = []
        self.before: list[Reach] = []

    def take(self, people: list[Person], found: Sequence[Reach]) -> None:
        """Take in people with the numbers behind them on their line.

        Numbers on lines of their own belong to all who wait; who has none on his line, when the next one has, goes without.
        """
        if people and self._is_heading() and people[0].unit is None:
            heading = self.waiting.pop()
            people[0] = people[0]._replace(unit=heading.unit, position=heading.position or people[0].position)
        if people and (self.found or found):
            self.deal()
        self.waiting += people
        self.found += found

    def deal(self) -> None:
        """Give the numbers to the people who wait for them; those before everybody are kept for who has none in the end."""
        if not self.waiting and not self.done:
            self.before, self.found = self.found, []
            return
        people = dealt_out(self.waiting, self.found, self.like)
        self.like = next((phone for person in reversed(people) for phone in person.phones[-1:]), self.like)
        self.done += people
        self.waiting, self.found = [], []

    def _is_heading(self) -> bool:
        """Whether a unit with a post waits for the name of its holder ('예산실 예산총괄과장' above a name)."""
        return bool(self.waiting) and not self.found and self.waiting[-1].name is None


def _read(lines: Iterable[str], like: str | None, prose: bool = False) -> list[Person]:
    reader = _Reader(like)
    for line in lines:
        for people, found in _stretches(_with_numbers_behind(plain(line[:LONGEST_LINE])), prose):
            reader.take(people, found)
    reader.deal()
    if reader.before and not any(person.phones or person.email for person in reader.done):
        return dealt_out(reader.done, reader.before, like)
    return reader.done


def _with_numbers_behind(line: str) -> str:
    """A line with each number behind its officer, where each stands before him: '02-0000-0000 (과장 홍길동), …'."""
    if not line.startswith(("0", "☎", "(")) or not line.endswith(")"):
        return line
    entries_of = list(_NUMBER_FIRST.finditer(line))
    if not entries_of or "".join(entry[0] for entry in entries_of) != line:
        return line
    if not all(any(person.name for person in _people(entry["who"], prose=False)) for entry in entries_of):
        return line
    return ", ".join(f"{entry['who']} {entry['number']}" for entry in entries_of)


def _stretches(line: str, prose: bool) -> Iterator[tuple[list[Person], list[Reach]]]:
    """People of one line with the numbers behind them."""
    people: list[Person] = []
    found: list[Reach] = []
    at = 0
    for reach in (*reaches(line), None):
        more = list(_people(line[at : reach.start if reach else None], prose))
        if more and found:
            yield people, found
            people, found = [], []
        people += more
        if reach:
            found.append(reach)
            at = reach.end
    yield people, found


def _people(text: str, prose: bool) -> Iterator[Person]:
    """People named in a stretch without numbers; in prose only those whose words reach to its end or to a comma."""
    if not WORD.search(text):  # as behind most numbers
        return
    for piece in pieces_of(text):
        words = list(words_of(piece))
        person = _NOBODY
        for i, word in enumerate(words):
            waits = person.position is not None and person.name is None
            read = read_word(word, words[i + 1 :], waits)
            is_post = _is_post_behind(person, read, words[i + 1 :])
            for kind, value in read:
                if kind == "position" and person.name and person.position == _IN_CHARGE and not _names(words[i + 1 :]):
                    person = person._replace(position=None)  # '담당 홍길동 과장'
                if not is_post and _is_over(person, kind):
                    if kind != "other" or not prose:
                        yield person
                    person = _NOBODY
                person = _with(person, kind, value)
        if person != _NOBODY:
            yield person


def office_or_officer(person: Person) -> Person:
    """What reads like a name, with a number alone, is rather the unit to ask ('담당부서 | 변화실 (02-…)')."""
    if person.position or person.unit or not person.name or not ends_like_unit(person.name):
        return person
    return person._replace(name=None, unit=person.name)


def _names(words: Sequence[str]) -> bool:
    return any(map(is_name, words))


def _is_post_behind(person: Person, read: Sequence[tuple[str, str]], behind: Sequence[str]) -> bool:
    """Whether unit and post stand behind the last name of a stretch: '홍길동 지도과장', '홍길동 지도과 과장'."""
    if not person.name or person.position or person.unit or read[0][0] != "unit" or _names(behind):
        return False
    return len(read) > 1 or bool(behind and is_position(behind[0]))


def _is_over(person: Person, kind: str) -> bool:
    """Whether a word begins the entry of the next officer."""
    return person.name is not None and (kind != "position" or person.position is not None)


def _with(person: Person, kind: str, value: str) -> Person:
    if kind == "other":
        return _NOBODY
    name, position, phones, email, unit = person
    if kind == "name":
        return Person(value, position, phones, email, unit)
    if kind == "position":
        return Person(name, value, phones, email, unit)
    return Person(name, position, phones, email, f"{unit} {value}" if unit else value)
