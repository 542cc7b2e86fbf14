# expected: exit
import sys

sys.exit("enough")
