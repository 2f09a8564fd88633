CREATE OR REPLACE FUNCTION publishing_raise_version() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE publishing_contentversion
    SET number = number + 1, raised_by = txid_current()
    WHERE raised_by <> txid_current();
END
$$;
