#!/usr/bin/env python3
"""Sealed parts by a second implementation of RFC 9180 (pyhpke), which knows docs/format.md only.

    hpke_outside.py open SECRET.pem INFO < PART > CLEAR
    hpke_outside.py seal PUBLIC.pem INFO < CLEAR > PART
"""
import hashlib
import sys

from cryptography.hazmat.primitives import serialization as forms
from pyhpke import AEADId, CipherSuite, KDFId, KEMId, KEMKey

SUITES = {
    "x25519": (KEMId.DHKEM_X25519_HKDF_SHA256, KDFId.HKDF_SHA256, AEADId.CHACHA20_POLY1305, 32,
               "DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305"),
    "secp256r1": (KEMId.DHKEM_P256_HKDF_SHA256, KDFId.HKDF_SHA256, AEADId.AES256_GCM, 65,
                  "DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM"),
    "secp384r1": (KEMId.DHKEM_P384_HKDF_SHA384, KDFId.HKDF_SHA384, AEADId.AES256_GCM, 97,
                  "DHKEM(P-384, HKDF-SHA384), HKDF-SHA384, AES-256-GCM"),
    "secp521r1": (KEMId.DHKEM_P521_HKDF_SHA512, KDFId.HKDF_SHA512, AEADId.AES256_GCM, 133,
                  "DHKEM(P-521, HKDF-SHA512), HKDF-SHA512, AES-256-GCM"),
}


def suite(key):
    kem, kdf, aead, count, name = SUITES[key.curve.name if hasattr(key, "curve") else "x25519"]
    return CipherSuite.new(kem, kdf, aead), count, name


def fingerprint(public):
    der = public.public_bytes(forms.Encoding.DER, forms.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


def main(action, path, info):
    pem, data = open(path, "rb").read(), sys.stdin.buffer.read()
    if action == "open":
        secret = forms.load_pem_private_key(pem, None)
        hpke, count, name = suite(secret)
        at = data.index(b"\n\n") + 2
        header, body = data[:at], data[at:]
        assert header.decode() == (
            f"dossier-sealed-part 1\nsuite: {name}\nrecipient: {fingerprint(secret.public_key())}\n\n"
        ), header
        context = hpke.create_recipient_context(body[:count], KEMKey.from_pyca_cryptography_key(secret), info.encode())
        filled = context.open(body[count:], header)
        length = int.from_bytes(filled[:8], "big")
        assert not any(filled[8 + length:])
        sys.stdout.buffer.write(filled[8:8 + length])
    else:
        public = forms.load_pem_public_key(pem)
        hpke, _, name = suite(public)
        header = f"dossier-sealed-part 1\nsuite: {name}\nrecipient: {fingerprint(public)}\n\n".encode()
        encapsulated, context = hpke.create_sender_context(KEMKey.from_pyca_cryptography_key(public), info.encode())
        filled = len(data).to_bytes(8, "big") + data + bytes(1000)
        sys.stdout.buffer.write(header + encapsulated + context.seal(filled, header))


if __name__ == "__main__":
    main(*sys.argv[1:])
