# Small text programs: palindromes, anagrams, vowels, roman numerals, bracket matching.
def palindrome(text):
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]

def roman(n):
    result = ""
    for value, symbol in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        count, n = divmod(n, value)
        result += symbol * count
    return result

def balanced(text):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for c in text:
        if c in pairs.values():
            stack.append(c)
        elif c in pairs and (not stack or stack.pop() != pairs[c]):
            return False
    return not stack

print(palindrome("A man, a plan, a canal: Panama"), palindrome("thread"))  # expect: True False
print(sorted("listen") == sorted("silent"), sum(c in "aeiou" for c in "concurrency"))  # expect: True 3
print([roman(n) for n in (4, 1994, 2025)])  # expect: ['IV', 'MCMXCIV', 'MMXXV']
print(balanced("{[()]}"), balanced("(]"), balanced("(("))  # expect: True False False
