# The flags of glibc: no padding, other padding, other letters.
import datetime
import time

moment = datetime.datetime(2024, 3, 5, 7, 8, 9)
for code in "aAbBdeHIjklmMpPSUVwyY":
    print(code, [moment.strftime("%" + flag + code) for flag in ("", "-", "_", "0", "^", "#")])
print(f"{moment:%-d.%-m.%Y %-H:%M}", time.strftime("%-d %B", time.gmtime(0)), moment.strftime("%-"), moment.strftime("%-f|%-q"))

# stdout:
#| a ['Tue', 'Tue', 'Tue', 'Tue', 'TUE', 'TUE']
#| A ['Tuesday', 'Tuesday', 'Tuesday', 'Tuesday', 'TUESDAY', 'TUESDAY']
#| b ['Mar', 'Mar', 'Mar', 'Mar', 'MAR', 'MAR']
#| B ['March', 'March', 'March', 'March', 'MARCH', 'MARCH']
#| d ['05', '5', ' 5', '05', '05', '05']
#| e [' 5', '5', ' 5', '05', ' 5', ' 5']
#| H ['07', '7', ' 7', '07', '07', '07']
#| I ['07', '7', ' 7', '07', '07', '07']
#| j ['065', '65', ' 65', '065', '065', '065']
#| k [' 7', '7', ' 7', '07', ' 7', ' 7']
#| l [' 7', '7', ' 7', '07', ' 7', ' 7']
#| m ['03', '3', ' 3', '03', '03', '03']
#| M ['08', '8', ' 8', '08', '08', '08']
#| p ['AM', 'AM', 'AM', 'AM', 'AM', 'am']
#| P ['am', 'am', 'am', 'am', 'am', 'am']
#| S ['09', '9', ' 9', '09', '09', '09']
#| U ['09', '9', ' 9', '09', '09', '09']
#| V ['10', '10', '10', '10', '10', '10']
#| w ['2', '2', '2', '2', '2', '2']
#| y ['24', '24', '24', '24', '24', '24']
#| Y ['2024', '2024', '2024', '2024', '2024', '2024']
#| 5.3.2024 7:08 1 January %- %-f|%-q
