# Paragraphs of all kinds of words, wrapped in all kinds of ways.
import random
import textwrap

WORDS = [
    "a", "bc", "hello", "well-known", "use--case", "--option", "-x", "foo-bar-baz", "x-y-z", "end.", "(so)", "Привет",
    "как-то", "supercalifragilistic", "3-4", "a1-b2", "it's", '"Stop!"', "done?--yes", "----", "\t", "one-", "-two",
    "co_op-x", "'quoted.'",
]
BETWEEN = [" ", " ", "  ", "", "\n", "-"]
OPTIONS = {
    "initial_indent": ["* ", "    "],
    "subsequent_indent": ["  "],
    "expand_tabs": [False],
    "replace_whitespace": [False],
    "fix_sentence_endings": [True],
    "break_long_words": [False],
    "drop_whitespace": [False],
    "break_on_hyphens": [False],
    "tabsize": [4],
    "max_lines": [1, 2, 3],
    "placeholder": ["...", " […]"],
}
draw = random.Random(5)
for i in range(80):
    text = "".join(draw.choice(WORDS) + draw.choice(BETWEEN) for _ in range(draw.randrange(1, 12)))
    options = {name: draw.choice(values) for name, values in OPTIONS.items() if draw.random() < 0.2}
    width = draw.choice([5, 8, 10, 16, 30, 0])
    try:
        print(i, textwrap.wrap(text, width, **options))
    except ValueError as error:
        print(i, error)
print(textwrap.fill("An error-prone, state-of-the-art approach needs well-chosen words.", 20))
print(textwrap.shorten("Threads  share\nmemory; processes do not.", width=25))
wrapper = textwrap.TextWrapper(width=24, initial_indent="- ", subsequent_indent="  ")
print(wrapper.fill("one paragraph with a hanging indent"))
wrapper.width = 12
print(wrapper.wrap("narrower now"))
print(textwrap.dedent("    a\n      b\n    c"), textwrap.indent("x\n\ny\n", "> "), sep="\n")

# stdout:
#| 0 ['x-y-z-', '  Привет-', '  co_op-x-', "  it's 3-4", '      ', '  --option', '   ', '  Приветfoo-', '  bar-', '  baz"Stop!"', '    ']
#| 1 ['-x one---x', '-two как-', 'то  a']
#| 2 ['a1-b2-two bc  ']
#| 3 invalid width 0 (must be > 0)
#| 4 ['    co_op-', '  x-end.', '  --', '  option-']
#| 5 invalid width 0 (must be > 0)
#| 6 ['one-', "'quoted.'", 'Привет', '-two-x-y-', 'zx-y-z--', 'two  (so)-', '--option a']
#| 7 ['-twoПривет', "  it's"]
#| 8 ['-x ']
#| 9 ['one- hello -x -two  a  как-то', 'supercalifragilistic']
#| 10 ['    "Stop!', '"  3-4', '--option', 'как-то', 'a1-b2 use', '--case', 'hello', 'one- как-', 'то (so)', '----']
#| 11 invalid width 0 (must be > 0)
#| 12 ['* co_op-x a end.', '  "Stop!"-(so) ', "end.-it's 3-4  ", 'Привет-co_op-x ']
#| 13 invalid width 0 (must be > 0)
#| 14 ['(so)-']
#| 15 ['--option--', '  option ', '  ---- bc ', '  well-kno', '  wn-как-т', '  о-hello', '    bc don', '  e?--yes ', '  co_op-x']
#| 16 ['"Stop!" x-y-z']
#| 17 invalid width 0 (must be > 0)
#| 18 ['\tПривет\nbc\ndone?', '  --yes co_op-x']
#| 19 ['    -', 'x']
#| 20 invalid width 0 (must be > 0)
#| 21 ['* one-  --optionПривет  hello', '--two--option']
#| 22 ['Привет', '  -two', '  foo-bar-bazhellobc-foo-bar-baz-bcкак-то', '  bc', '  supercalifragilistic']
#| 23 ['    "Stop!"', 'a1-b2done?', '--', "yesit's-use", '--case-a', '-twofoo-', 'bar-baz']
#| 24 ['a1-b2-']
#| 25 invalid width 0 (must be > 0)
#| 26 invalid width 0 (must be > 0)
#| 27 ['3- [...]']
#| 28 ['bc']
#| 29 invalid width 0 (must be > 0)
#| 30 ['3-4 [...]']
#| 31 invalid width 0 (must be > 0)
#| 32 ['    -two-Привет well-known […]']
#| 33 ['---- --o', 'ption-x', '----    ', '-(so)-', 'hello', 'a1-b2', "it's"]
#| 34 ['---- done?--', 'yesco_op-x [...]']
#| 35 ['a ----', '  use--', '  case-', '  aкак-то', '  co_op-x', '  a1-b2-']
#| 36 ["(so) it'sbc", 'supercalifragilistic', 'x-y-z-co_op-x use--case']
#| 37 ['* как-то hello', '-x 3-4 a1-b2', 'hello', '-----a1-b2']
#| 38 ['    a (so)', ' end. ', 'supercalifragilistic', ' Привет ', 'как-то-x  ']
#| 39 ['* 3-4 3-4 hello  ---- a', 'supercalifragilistic x-y-z', "'quoted.'-Привет  'quoted.'"]
#| 40 ['    c', '[...]']
#| 41 ["end.3-4   Привет it's  -two", '  ----как-то  --option']
#| 42 invalid width 0 (must be > 0)
#| 43 ['"Stop!" abc-----one--bc']
#| 44 ['-x-y-z']
#| 45 ['-xhello', 'Привет', '3-4 [...]']
#| 46 ['---- -x  superca', '  lifragilistic', "  it's  a1-b2-"]
#| 47 ['* well-', 'known', '  ', 'hello', '  ', '-two', '  ', 'supercalifragilistichello', ' end.', '  ']
#| 48 invalid width 0 (must be > 0)
#| 49 ['end."Stop!"', '  x-y-z', '  --option-', '  3-4как-то-']
#| 50 ['--option-a', '1-b2 end. ', 'x-y-z-Прив', 'ет-bc', 'co_op-x', 'well-known', "'quoted.'", '(so)', 'done?--yes']
#| 51 ['-x-bc a1-b2 end.one-', '  supercalifragilistic', "  one-(so)-it's (so)--two"]
#| 52 ['one-     как-то']
#| 53 ['co_op-x x-y-z a', 'supercalifragilistic 3-4 -x', 'well-known 3-4a1-b2end. hello']
#| 54 ['    hello-(so)', '  well-known', '  Привет']
#| 55 invalid width 0 (must be > 0)
#| 56 ['co_op-x -x', 'done?--yes', '-two-', "'quoted.'", '-x', '--option']
#| 57 ['a1-b2 Привет']
#| 58 ['    a', 'a1-b2', 'well-', 'known', 'hello', 'a1-b2', 'hello', '-', '(so)']
#| 59 ['a1-b2']
#| 60 ['end.well-known Привет-', 'supercalifragilistic (so)', 'Привет-well-known']
#| 61 ["it's hello done?--", '  yessupercalifragilistic--...']
#| 62 ['hello']
#| 63 invalid width 0 (must be > 0)
#| 64 ['foo-bar-', '  baz-a1-b2', '  one-\na', "  'quoted.'", '  end.', '  (so)']
#| 65 ['-two  well-known']
#| 66 ['foo-bar-', 'baz-a1-b', "2 'quote", "d.'  "]
#| 67 ['a1-b2', '  -tw', '  o-a', '  (so', '  )\nк', '  ак-', '  то', '  (so', '  )', '  don', '  e?', '  --', '  yes', '  3-4', '  one', '  -']
#| 68 ['done?--yes -two', '-----foo-bar-baz', '-two  hello', '--option 3-4']
#| 69 ['-----(so) ', '  -x"Stop!', '  "       ', '     ', '  co_op-x ', '  ---- ', '  a1-b2 ', '  end. a ']
#| 70 ['a1-b2a1-b2 ']
#| 71 ['one- ', 'как-т', 'о--tw', 'o-foo', '-bar-', 'baz', '----', 'one-', 'end. ', 'super', 'calif', 'ragil', 'istic', 'a1-b2', 'co_op', "-x 'q", 'uoted', ".'"]
#| 72 ['use--', 'case', 'a1-b2', '-------', 'two', 'well-', "known 'q", "uoted.'", 'supercal', 'ifragili', 'stic--', "option '", "quoted.'", '(so)"Sto', 'p!"-']
#| 73 ['"Stop!"', 'x-y-z  f', 'oo-bar-b', 'az-foo-b', 'ar-baz']
#| 74 invalid width 0 (must be > 0)
#| 75 ['well-known (so)']
#| 76 ["end. 'quoted.' "]
#| 77 invalid width 0 (must be > 0)
#| 78 ['bc-3-4 one- bc s', '  [...]']
#| 79 ['hello(so)-Привет', 'co_op-x hello']
#| An error-prone,
#| state-of-the-art
#| approach needs well-
#| chosen words.
#| Threads share [...]
#| - one paragraph with a
#|   hanging indent
#| ['- narrower', '  now']
#| a
#|   b
#| c
#| > x
#|
#| > y
#|
