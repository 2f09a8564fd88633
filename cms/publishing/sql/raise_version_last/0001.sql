-- Raises the content version, last of all that a transaction does and at most once in it.
CREATE OR REPLACE FUNCTION publishing_raise_version_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM publishing_visiblechange WHERE transaction = NEW.transaction;
    UPDATE publishing_contentversion
    SET number = number + 1, raised_by = txid_current()
    WHERE raised_by <> txid_current();
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER publishing_raise_version_last AFTER INSERT ON publishing_visiblechange
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION publishing_raise_version_last();
