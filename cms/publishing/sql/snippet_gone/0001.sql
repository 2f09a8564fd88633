-- A row that goes takes the copy along. The argument says what it was.
CREATE OR REPLACE FUNCTION publishing_snippet_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM publishing_snippetdocument
    WHERE type = TG_ARGV[0] AND (TG_OP = 'TRUNCATE' OR object_id = (to_jsonb(OLD) ->> 'id')::bigint);
    RETURN NULL;
END
$$;

CREATE TRIGGER publishing_organisation_gone AFTER DELETE ON cases_organisation
FOR EACH ROW EXECUTE FUNCTION publishing_snippet_gone('cases.organisation');
CREATE TRIGGER publishing_organisations_gone AFTER TRUNCATE ON cases_organisation
FOR EACH STATEMENT EXECUTE FUNCTION publishing_snippet_gone('cases.organisation');
CREATE TRIGGER publishing_person_gone AFTER DELETE ON cases_person
FOR EACH ROW EXECUTE FUNCTION publishing_snippet_gone('cases.person');
CREATE TRIGGER publishing_people_gone AFTER TRUNCATE ON cases_person
FOR EACH STATEMENT EXECUTE FUNCTION publishing_snippet_gone('cases.person');
CREATE TRIGGER publishing_settings_gone AFTER DELETE ON home_sitesettings
FOR EACH ROW EXECUTE FUNCTION publishing_snippet_gone('home.sitesettings');
CREATE TRIGGER publishing_all_settings_gone AFTER TRUNCATE ON home_sitesettings
FOR EACH STATEMENT EXECUTE FUNCTION publishing_snippet_gone('home.sitesettings');
