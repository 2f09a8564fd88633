"""The only home of the embedded PostgreSQL, which development and tests use where DATABASE_URL names no other server.

It belongs to everyone who uses it. A process joins at its first connection (base.py) and holds a shared lock until it
ends (server.py, locks.py). The server's parent (keeper.py) stops it when nobody holds that lock any more.
"""
