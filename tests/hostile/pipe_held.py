# expected: ok
import subprocess

subprocess.Popen(["sleep", "4177"], start_new_session=True)
