# Strings: joining, splitting, formatting, searching.
def caesar(text, shift):
    out = []
    for letter in text:
        if "a" <= letter <= "z":
            out.append(chr((ord(letter) - 97 + shift) % 26 + 97))
        else:
            out.append(letter)
    return "".join(out)


text = "it was a bright cold day in april and the clocks were striking thirteen "
print(caesar(text * 3000, 3)[:30])
lines = [f"{n:06d};{n * 3.5:.2f};{n % 97!r}" for n in range(120_000)]
total = 0.0
for line in lines:
    number, price, rest = line.split(";")
    total += float(price) + int(number) % 10
    if rest.startswith("9") or "77" in number:
        total += 1
print(round(total, 2))
words = {}
for word in (text * 4000).split():
    word = word.strip().upper()
    words[word] = words.get(word, 0) + 1
print(len(words), words["CLOCKS"])
page = ""
for n in range(150_000):
    page += "x" if n % 3 else "yz"
    if len(page) > 80:
        page = page.replace("yz", "-")[40:]
print(page)
