"""The only home of the Django backend for PostgreSQL that gives up soon while the server is away (base.py)."""
