"""Writes ctime.tsv: run with TZ=UTC."""
import calendar
import random
import time
from datetime import datetime, timezone

from record import attempt, count, line

random.seed(14)
CODES = list("aAbBcCdDeFgGHIjklmMnpPrRsStTuUVwWxXyYzZ%") + ["Q", "!"]


def put(seconds, code):
    micro = random.randrange(10**6)
    moment = datetime.fromtimestamp(seconds, timezone.utc).replace(microsecond=micro)
    line("time", [seconds, code], attempt(time.strftime, code, time.gmtime(seconds)))
    if "Q" not in code and "!" not in code:
        line("aware", [seconds, code + " %f", micro], attempt(moment.strftime, code + " %f"))
        line("naive", [seconds, code + "%f", micro], attempt(moment.replace(tzinfo=None).strftime, code + "%f"))


for seconds in [0, 1, -1, 951782400, 951868800, 1709164800, 4107542400, 1e9, 253402300799, -30610224000]:
    line("asctime", [int(seconds)], attempt(time.asctime, time.gmtime(seconds)))
    put(int(seconds), "%Y-%m-%d %H:%M:%S")
for n in range(count(60)):
    seconds = random.randrange(-30610224000, 253402300799)
    if n % 2:
        # The ends of years, where weeks are counted differently.
        seconds = calendar.timegm((random.randrange(1000, 9999), 12, 29, 0, 0, 0)) + random.randrange(8 * 86400)
    line("asctime", [seconds], attempt(time.asctime, time.gmtime(seconds)))
    put(seconds, " ".join("%" + random.choice(CODES) for _ in range(3)))
    put(seconds, "%G-%V-%u %U %W %j")
line("time", [0, "100%"], attempt(time.strftime, "100%", time.gmtime(0)))
line("time", [0, "жук %d"], attempt(time.strftime, "жук %d", time.gmtime(0)))
