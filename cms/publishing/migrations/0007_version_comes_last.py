from django.db import migrations

# A deferred trigger asks for the version to be raised; what it writes has a deferred trigger of its own, which
# PostgreSQL runs when all others have run, those that check foreign keys and so wait for others among them.
FORWARD = """
CREATE TABLE publishing_visiblechange (transaction bigint PRIMARY KEY);

CREATE OR REPLACE FUNCTION publishing_raise_version() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_visiblechange (transaction) VALUES (txid_current()) ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION publishing_raise_version_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM publishing_visiblechange WHERE transaction = NEW.transaction;
    UPDATE publishing_contentversion
    SET number = number + 1, raised_by = txid_current()
    WHERE raised_by <> txid_current();
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER publishing_raise_version_last AFTER INSERT ON publishing_visiblechange
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION publishing_raise_version_last()
"""
BACKWARD = """
CREATE OR REPLACE FUNCTION publishing_raise_version() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE publishing_contentversion
    SET number = number + 1, raised_by = txid_current()
    WHERE raised_by <> txid_current();
END
$$;
DROP TABLE publishing_visiblechange;
DROP FUNCTION publishing_raise_version_last
"""


class Migration(migrations.Migration):
    dependencies = [("publishing", "0006_path_history")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
