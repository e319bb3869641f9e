import os, os.path as p
import a.b.c
import a.b.c as d
from threading import Lock, Thread as T
from math import *
