# Long texts of JSON.
import json

records = [{"id": i, "name": f"user {i}", "tags": ["x", "y\n", "\u00e9"], "deep": {"n": None, "ok": True, "f": i / 4}} for i in range(300)]
text = json.dumps(records)
back = json.loads(text)
print(len(text), back == records, back[299])
print(json.loads('["a\\"b", "c\\\\", "\\u0041", ""]'))
for bad in ('["a', '["a\\', '["a\\q"]', '["\x01"]', '["a" "b"]'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error)

# stdout:
#| 32590 True {'id': 299, 'name': 'user 299', 'tags': ['x', 'y\n', 'é'], 'deep': {'n': None, 'ok': True, 'f': 74.75}}
#| ['a"b', 'c\\', 'A', '']
#| Unterminated string starting at: line 1 column 2 (char 1)
#| Unterminated string starting at: line 1 column 2 (char 1)
#| Invalid \escape: line 1 column 4 (char 3)
#| Invalid control character at: line 1 column 3 (char 2)
#| Expecting ',' delimiter: line 1 column 6 (char 5)
