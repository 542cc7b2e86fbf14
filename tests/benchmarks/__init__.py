"""Measurements that anyone can repeat; nothing here runs in the tests."""
