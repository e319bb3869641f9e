# Small everyday text programs: words counted, a caesar cipher, FizzBuzz.
text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:3]:
    print("%-6s %d" % (word, count))

def caesar(text, shift):
    result = ""
    for letter in text:
        if letter.isalpha():
            base = ord("a") if letter.islower() else ord("A")
            letter = chr((ord(letter) - base + shift) % 26 + base)
        result += letter
    return result

secret = caesar("Hello, World", 3)
print(secret, caesar(secret, -3))
print(" ".join("FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else str(n) for n in range(1, 16)))

# stdout:
#| the    3
#| brown  1
#| dog    1
#| Khoor, Zruog Hello, World
#| 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
