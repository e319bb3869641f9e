# json: dumps and loads with their options, and every error with its place.
import json
data = {"name": "Ann", "age": 30, "tags": ["a", "b"], "ok": True, "none": None, "pi": 3.14, "nested": {"x": [1, {"y": 2}]}, "é": "ü\n\t\"\\", "big": 10**20, "e": 1e100, "t": (1, 2)}
s = json.dumps(data)
print(s)
print(json.loads(s) == {**data, "t": [1, 2]})
print(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps([1, 2, {"a": []}, {}, [[]]], indent=4), json.dumps([1, "x"], separators=(",", ":")), json.dumps({1: "a", None: "b", True: "c", 1.5: "d"}))
print(json.loads('[1, 2.5, -3e2, "a\\u00e9\\n", true, false, null, {"k": [] }]'), json.loads(" 5 "), json.loads('"x"'), json.loads(b'{"a": 1}'))
print(json.dumps(float("nan")), json.dumps(float("inf")), json.loads("NaN"), json.loads("-Infinity"))
for bad in ('{"a": 1,}', "[1, 2", "{a: 1}", "", "nope", '{"a" 1}', "[1 2]", '"abc', "[1,]", "{'a': 1}", "1 2", '"\\q"', "01", '{"a": }', '\n\n  x'):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(type(e).__name__, e, e.pos, e.lineno, e.colno)
try: json.dumps({1, 2})
except TypeError as e: print(e)
try: json.dumps({(1, 2): 3})
except TypeError as e: print(e)
x = []; x.append(x)
try: json.dumps(x)
except ValueError as e: print(e)
class P:
    def __init__(self, a): self.a = a
print(json.dumps([P(1)], default=lambda o: o.__dict__), json.loads('{"a": 1}', object_hook=lambda d: P(d["a"])).a, json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads("[1.5]", parse_float=str))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({"s": {3, 1}}, cls=Enc), json.dumps("a/b</script>"), json.dumps("😀"), json.dumps("\x7f\u2028"))
import io
f = io.StringIO(); json.dump([1], f); print(f.getvalue())
json.loads("{bad}")

# stdout:
#| {"name": "Ann", "age": 30, "tags": ["a", "b"], "ok": true, "none": null, "pi": 3.14, "nested": {"x": [1, {"y": 2}]}, "\u00e9": "\u00fc\n\t\"\\", "big": 100000000000000000000, "e": 1e+100, "t": [1, 2]}
#| True
#| {
#|   "age": 30,
#|   "big": 100000000000000000000,
#|   "e": 1e+100,
#|   "name": "Ann",
#|   "nested": {
#|     "x": [
#|       1,
#|       {
#|         "y": 2
#|       }
#|     ]
#|   },
#|   "none": null,
#|   "ok": true,
#|   "pi": 3.14,
#|   "t": [
#|     1,
#|     2
#|   ],
#|   "tags": [
#|     "a",
#|     "b"
#|   ],
#|   "é": "ü\n\t\"\\"
#| }
#| [
#|     1,
#|     2,
#|     {
#|         "a": []
#|     },
#|     {},
#|     [
#|         []
#|     ]
#| ] [1,"x"] {"1": "c", "null": "b", "1.5": "d"}
#| [1, 2.5, -300.0, 'aé\n', True, False, None, {'k': []}] 5 x {'a': 1}
#| NaN Infinity nan -inf
#| JSONDecodeError Illegal trailing comma before end of object: line 1 column 8 (char 7) 7 1 8
#| JSONDecodeError Expecting ',' delimiter: line 1 column 6 (char 5) 5 1 6
#| JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2
#| JSONDecodeError Expecting value: line 1 column 1 (char 0) 0 1 1
#| JSONDecodeError Expecting value: line 1 column 1 (char 0) 0 1 1
#| JSONDecodeError Expecting ':' delimiter: line 1 column 6 (char 5) 5 1 6
#| JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3) 3 1 4
#| JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0) 0 1 1
#| JSONDecodeError Illegal trailing comma before end of array: line 1 column 3 (char 2) 2 1 3
#| JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2
#| JSONDecodeError Extra data: line 1 column 3 (char 2) 2 1 3
#| JSONDecodeError Invalid \escape: line 1 column 2 (char 1) 1 1 2
#| JSONDecodeError Extra data: line 1 column 2 (char 1) 1 1 2
#| JSONDecodeError Expecting value: line 1 column 7 (char 6) 6 1 7
#| JSONDecodeError Expecting value: line 3 column 3 (char 4) 4 3 3
#| Object of type set is not JSON serializable
#| keys must be str, int, float, bool or None, not tuple
#| Circular reference detected
#| [{"a": 1}] 1 [('a', 1), ('b', 2)] ['1.5']
#| {"s": [1, 3]} "a/b</script>" "\ud83d\ude00" "\u007f\u2028"
#| [1]
# stderr:
#| Traceback (most recent call last):
#|   File "json_text.py", line 31, in <module>
#|     json.loads("{bad}")
#|     ~~~~~~~~~~^^^^^^^^^
#|   File "<lib>/json/__init__.py", in loads
#|   File "<lib>/json/decoder.py", in decode
#|   File "<lib>/json/decoder.py", in raw_decode
#| json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# exit: 1
