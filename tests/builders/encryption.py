"""Ciphers of documents with a password, the way that encrypts, worked out bit by bit."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from builders.hwpx import DECLARATION

NORMAL, HIGH = 0, 4
NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
PLAIN = ("mimetype", "version.xml", "META-INF/", "Contents/content.hpf")
SALT, VECTOR = bytes(range(16)), bytes(range(16, 32))


def des(password: str) -> Callable[[bytes], bytes]:
    """DES in ECB mode; zeros fill the last block."""
    slots = [0] * 7
    for place, byte in enumerate(password.encode("utf-16-le")):
        bits = f"{slots[place % 7] ^ byte:08b}"
        slots[place % 7] = int(bits[1:] + bits[0], 2)
    bits = "".join(f"{slot:08b}" for slot in slots)
    key = bytes(int(bits[start : start + 7] + "0", 2) for start in range(0, 56, 7))
    return lambda data: Cipher(TripleDES(key * 3), modes.ECB()).encryptor().update(data + bytes(-len(data) % 8))


def aes(password: bytes) -> Callable[[bytes], bytes]:
    """AES in CFB mode, one bit after the other."""
    mixed, before = [], 236
    for byte in password:
        mixed += [before * 2 % 256 + before // 128, byte]
        before = byte
    cipher = Cipher(algorithms.AES(hashlib.sha1(bytes(mixed)).digest()[:16]), modes.ECB()).encryptor()

    def encrypt(data: bytes) -> bytes:
        register, out = 0, 0
        for bit in f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}":
            masked = int(bit) ^ cipher.update(register.to_bytes(16, "big"))[0] >> 7
            register = (register << 1 | masked) % 2**128
            out = out << 1 | masked
        return out.to_bytes(len(data), "big")

    return encrypt


def locked_package(
    package: bytes,
    password: bytes,
    *,
    bits: int = 256,
    start: str = "sha256",
    iterations: int = 10,
    manifest: Callable[[str], str] = str,
) -> bytes:
    """A package with its parts encrypted; `manifest` may change what META-INF/manifest.xml says of it."""
    hashed = hashlib.new(start, password)
    key = hashlib.pbkdf2_hmac("sha1", hashed.digest(), SALT, iterations, bits // 8)
    entries, out = [], io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as plain, zipfile.ZipFile(out, "w") as locked:
        for name in plain.namelist():
            content = plain.read(name)
            if not name.startswith(PLAIN):
                entries.append(_entry(name, content, bits, start, iterations, hashed.digest_size))
                content = _encrypted(key, content)
            if name != "META-INF/manifest.xml":
                locked.writestr(name, content)
        listed = f'{DECLARATION}<odf:manifest xmlns:odf="{NAMESPACE}">{"".join(entries)}</odf:manifest>'
        locked.writestr("META-INF/manifest.xml", manifest(listed))
    return out.getvalue()


def _encrypted(key: bytes, content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(content) + packer.flush()
    return Cipher(algorithms.AES(key), modes.CBC(VECTOR)).encryptor().update(packed + bytes(-len(packed) % 16))


def _entry(name: str, content: bytes, bits: int, start: str, iterations: int, start_size: int) -> str:
    checksum = b64encode(hashlib.sha256(content[:1024]).digest()).decode()
    salt, vector = b64encode(SALT).decode(), b64encode(VECTOR).decode()
    return (
        f'<odf:file-entry full-path="{name}" media-type="application/xml" size="{len(content)}">'
        f'<odf:encryption-data checksum-type="{NAMESPACE}#sha256-1k" checksum="{checksum}">'
        f'<odf:algorithm algorithm-name="http://www.w3.org/2001/04/xmlenc#aes{bits}-cbc" initialisation-vector="{vector}"/>'
        f'<odf:key-derivation key-derivation-name="{NAMESPACE}#pbkdf2" key-size="{bits // 8}" '
        f'iteration-count="{iterations}" salt="{salt}"/>'
        f'<odf:start-key-generation start-key-generation-name="http://www.w3.org/2000/09/xmldsig#{start}" '
        f'key-size="{start_size}"/></odf:encryption-data></odf:file-entry>'
    )
