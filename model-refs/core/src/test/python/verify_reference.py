"""Verifies a reference by docs/model-reference.md alone: verify_reference.py FILE [ARTIFACT-FOLDER]"""
import hashlib, json, os, sys

def number(x):  # RFC 8785, 3.2.2.3: Python's shortest digits in ECMAScript's form
    mantissa, _, exponent = repr(float(abs(x))).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(digits) - len(fraction) + int(exponent or 0)
    digits = digits.rstrip("0")
    n = len(digits)
    if n == 0:
        return "0"
    if n <= point <= 21:
        text = digits + "0" * (point - n)
    elif 0 < point <= 21:
        text = digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        text = digits[0] + ("." + digits[1:] if n > 1 else "") + "e%+d" % (point - 1)
    return "-" + text if x < 0 else text

def canonical(v):  # RFC 8785
    if isinstance(v, dict):
        keys = sorted(v, key=lambda k: k.encode("utf-16-be"))
        return "{" + ",".join(canonical(k) + ":" + canonical(v[k]) for k in keys) + "}"
    if isinstance(v, list):
        return "[" + ",".join(map(canonical, v)) + "]"
    return number(v) if type(v) in (int, float) else json.dumps(v, ensure_ascii=False)

sha256 = lambda data: hashlib.sha256(data).hexdigest()
reference = json.load(open(sys.argv[1], encoding="utf-8"))
checksum, artifact = reference.pop("checksum"), reference["artifact"]
if checksum != "sha256:" + sha256(canonical(reference).encode()):
    sys.exit("checksum differs")
files = [{k: f[k] for k in ("path", "sha256", "sizeBytes")} for f in artifact.get("files", [])]
if files and artifact["digest"] != "sha256:" + sha256(canonical(files).encode()):
    sys.exit("artifact digest differs")
for f in files if len(sys.argv) > 2 else []:
    data = open(os.path.join(sys.argv[2], f["path"]), "rb").read()
    if (sha256(data), len(data)) != (f["sha256"], f["sizeBytes"]):
        sys.exit(f["path"] + " differs")
