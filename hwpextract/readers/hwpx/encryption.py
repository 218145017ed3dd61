"""Parts that a password encrypts: deflated, then AES in CBC mode with a key derived from the password.

META-INF/manifest.xml says how, in the terms of OpenDocument 1.2. Source of what it leaves open, and of the passwords of distribution
documents: hwpx-owpml-model, which Hancom has published. Nothing tells where the deflated data end but they themselves.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import b64decode
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from hwpextract.limits import Budget
from hwpextract.readers.passwords import encodings, password_required, password_unsupported, password_wrong

_PARTS: Final = ("encryption-data", "algorithm", "key-derivation", "start-key-generation")
"""Elements of a `file-entry` that say how it is encrypted."""
_PUBLISHED: Final = (b'"Yang WangSunv!!"', b'"')
_METHODS: Final = tuple((f"aes{bits}-cbc", "pbkdf2") for bits in (128, 192, 256))
_HASHES: Final = ("sha1", "sha256")
_KEY_SIZES: Final = (16, 24, 32)
_BLOCK: Final = 16
_CHECKED: Final = 1024


class Derivation(NamedTuple):
    """How a key is made of a password: the first bytes of its hash, then PBKDF2 with HMAC-SHA-1."""

    hashed: str
    start_size: int
    salt: bytes
    iterations: int
    size: int

    def key(self, password: bytes) -> bytes:
        """Key of a password."""
        start = hashlib.new(self.hashed, password, usedforsecurity=False).digest()[: self.start_size]
        return hashlib.pbkdf2_hmac("sha1", start, self.salt, self.iterations, self.size)


class Lock(NamedTuple):
    """How one entry is encrypted, and the SHA-256 of its first 1,024 bytes."""

    derivation: Derivation
    vector: bytes
    checksum: bytes

    @classmethod
    def parse(cls, parts: Mapping[str, Mapping[str, str]]) -> Lock:
        """Read the elements of one entry, by their names.

        Raises:
            KeyError: something is missing.
            ValueError: something is out of range, or a method is not known.
        """
        data, algorithm, derivation, start = (parts.get(part, {}) for part in _PARTS)
        hashed = _method(start.get("start-key-generation-name", "sha1"))
        methods = (_method(algorithm["algorithm-name"]), _method(derivation["key-derivation-name"]))
        how = Derivation(
            hashed,
            int(start.get("key-size", "20")),
            b64decode(derivation["salt"]),
            int(derivation["iteration-count"]),
            int(derivation.get("key-size", "16")),
        )
        vector = b64decode(algorithm["initialisation-vector"])
        if methods not in _METHODS or hashed not in _HASHES or _method(data["checksum-type"]) != "sha256-1k":
            raise ValueError("a method that is not known")
        if how.size not in _KEY_SIZES or len(vector) != _BLOCK or min(how.iterations, how.start_size) < 1:
            raise ValueError("a size out of range")
        return cls(how, vector, b64decode(data["checksum"]))


def _method(address: str) -> str:
    """Name of a method, behind the address of what defines it."""
    return address.rpartition("#")[2].lower()


class Encryption:
    """Keys of the encrypted entries of one package, by the first of the published passwords and the given one that opens it.

    Args:
        entries: elements of the encrypted entries by name, by path in lower case.
        samples: the beginnings of some of the entries as they are stored.
        password: the given one.
        budget: what keys and contents are counted against.

    Raises:
        EncryptedDocumentError: the password is missing or wrong, or the entries are encrypted in a way that is not known.
        LimitExceededError: the keys take more than max_iterations.
    """

    def __init__(
        self,
        entries: Mapping[str, Mapping[str, Mapping[str, str]]],
        samples: Mapping[str, bytes],
        password: str | None,
        budget: Budget,
    ) -> None:
        self._budget = budget
        self._keys: dict[tuple[Derivation, bytes], bytes] = {}
        try:
            self._locks = {name: Lock.parse(parts) for name, parts in entries.items()}
        except (KeyError, ValueError):
            raise password_unsupported("META-INF/manifest.xml") from None
        for candidate in (*_PUBLISHED, *(encodings(password) if password else ())):
            if any(self._opens(name.lower(), sample, candidate) for name, sample in samples.items()):
                self._password = candidate
                self.is_distribution = candidate in _PUBLISHED
                """Whether a published password opens the package: a distribution document."""
                return
        raise password_wrong() if password else password_required()

    def read(self, name: str, stored: bytes) -> bytes:
        """Content of an entry.

        Raises:
            zlib.error: it is damaged.
            LimitExceededError: a budget would be passed.
        """
        lock = self._locks.get(name.lower())
        return self._budget.inflate(self._decrypt(lock, stored, self._password)) if lock else stored

    def salvage(self, name: str, stored: bytes) -> bytes:
        """Content of a damaged entry up to the damage."""
        lock = self._locks.get(name.lower())
        return self._budget.salvage(self._decrypt(lock, stored, self._password)) if lock else stored

    def head(self, name: str, stored: bytes) -> bytes:
        """First bytes of an entry, at most as many as are given; none when they cannot be had."""
        lock = self._locks.get(name.lower())
        return self._head(lock, stored, self._password, len(stored)) if lock else stored

    def _opens(self, name: str, sample: bytes, password: bytes) -> bool:
        lock = self._locks.get(name)
        if lock is None:
            return False
        head = self._head(lock, sample, password, _CHECKED)
        return hashlib.sha256(head).digest() == lock.checksum

    def _head(self, lock: Lock, stored: bytes, password: bytes, size: int) -> bytes:
        try:
            return zlib.decompressobj(-15).decompress(self._decrypt(lock, stored, password), size)
        except zlib.error:
            return b""

    def _decrypt(self, lock: Lock, stored: bytes, password: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        key = self._keys.get((lock.derivation, password))
        if key is None:
            self._budget.spend("max_iterations", lock.derivation.iterations)
            key = self._keys[lock.derivation, password] = lock.derivation.key(password)
        decryptor = Cipher(algorithms.AES(key), modes.CBC(lock.vector)).decryptor()
        return decryptor.update(stored[: len(stored) // _BLOCK * _BLOCK])


def encrypted_entries(elements: Iterable[tuple[str, dict[str, str], str]]) -> dict[str, dict[str, dict[str, str]]]:
    """What a manifest says of its encrypted entries: their elements by name, by path in lower case."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    entry: dict[str, dict[str, str]] = {}
    for name, attributes, _ in elements:
        if name == "file-entry":
            path = attributes.get("full-path", "").replace("\\", "/").lstrip("/").lower()
            entry = found[path] = {}
        elif name in _PARTS:
            entry[name] = attributes
    return {path: parts for path, parts in found.items() if parts}
