/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include <glib/gstdio.h>

#define ECM "every-child-matters-2013"

/* --- the shipped frameworks -------------------------------------------------------------- */

typedef struct
{
  const char *area;
  const char *section;
  guint standards;
  guint knowledge;
  guint qualities;
} AreaCounts;

static const AreaCounts counts_2007[] = {
  { "LLD", "05", 9, 6, 5 },  { "SFC", "06", 10, 4, 4 }, { "BAR", "07", 6, 5, 7 },
  { "SPF", "08", 10, 7, 5 }, { "MTO", "09", 9, 7, 8 },  { "BST", "10", 9, 4, 7 },
};

static SfFramework *
find_shipped (const char *id)
{
  g_autoptr (GError) error = NULL;
  SfFramework *framework = sf_framework_find_shipped (id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sf_framework_get_id (framework), ==, id);
  return framework;
}

static void
assert_group (SfKeyArea *area, guint index, const char *code, guint n)
{
  SfGroup *group = g_ptr_array_index (sf_key_area_get_groups (area), index);
  GPtrArray *statements = sf_group_get_statements (group);
  g_assert_cmpstr (sf_group_get_code (group), ==, code);
  g_assert_cmpuint (sf_group_get_index (group), ==, index);
  g_assert_true (sf_group_get_area (group) == area);
  g_assert_cmpuint (statements->len, ==, n);
}

static void
test_counts_2007 (void)
{
  g_autoptr (SfFramework) framework = find_shipped (SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  GPtrArray *areas = sf_framework_get_areas (framework);
  g_assert_cmpuint (areas->len, ==, G_N_ELEMENTS (counts_2007));
  g_assert_cmpuint (sf_framework_get_statements (framework)->len, ==, 122);

  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, i);
      const AreaCounts *expected = &counts_2007[i];
      g_assert_cmpstr (sf_key_area_get_code (area), ==, expected->area);
      g_assert_cmpstr (sf_key_area_get_section (area), ==, expected->section);
      g_assert_cmpuint (sf_key_area_get_groups (area)->len, ==, 3);
      assert_group (area, 0, "S", expected->standards);
      assert_group (area, 1, "K", expected->knowledge);
      assert_group (area, 2, "Q", expected->qualities);
    }
}

static void
test_subjects_2007 (void)
{
  static const char *const heads_own[] = { "LLD-S8", "BAR-S6", "MTO-S4", "BST-S6" };
  static const char *const safeguarding[] = { "LLD-S3", "SFC-S7", "BAR-S3", "MTO-S7" };
  g_autoptr (SfFramework) framework = find_shipped (SF_FRAMEWORK_NATIONAL_STANDARDS_2007);

  for (guint i = 0; i < G_N_ELEMENTS (heads_own); i++)
    {
      SfStatement *statement = sf_framework_find_statement (framework, heads_own[i]);
      g_assert_cmpint (sf_statement_get_subject (statement), ==, SF_SUBJECT_HEAD);
      statement = sf_framework_find_statement (framework, safeguarding[i]);
      g_assert_true (sf_statement_get_safeguarding (statement));
      g_assert_cmpint (sf_statement_get_subject (statement), ==, SF_SUBJECT_CENTRE);
    }

  GPtrArray *statements = sf_framework_get_statements (framework);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);
      SfScale *scale = sf_statement_get_scale (statement);
      const char *group = sf_group_get_code (sf_statement_get_group (statement));
      if (!g_str_equal (group, "S"))
        g_assert_cmpint (sf_statement_get_subject (statement), ==, SF_SUBJECT_HEAD);
      g_assert_cmpint (sf_scale_get_style (scale), ==,
                       sf_statement_get_subject (statement) == SF_SUBJECT_HEAD ? SF_SCALE_WORDS
                                                                               : SF_SCALE_NUMERAL);
    }
}

static void
test_grades_2007 (void)
{
  static const SfMark marks[]
      = { SF_MARK_STAR, SF_MARK_DISC, SF_MARK_HALF_DISC, SF_MARK_CROSSED_RING };
  static const SfTone tones[] = { SF_TONE_BEST, SF_TONE_GOOD, SF_TONE_WARN, SF_TONE_POOR };
  static const char *const labels[]
      = { "1 Outstanding", "2 Good", "3 Requires improvement", "4 Inadequate" };
  g_autoptr (SfFramework) framework = find_shipped (SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  SfScale *scale = sf_framework_get_overall_scale (framework);

  g_assert_cmpuint (sf_scale_get_n_levels (scale), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      SfLevel *level = sf_scale_find_level (scale, i + 1);
      g_assert_true (level == g_ptr_array_index (sf_scale_get_levels (scale), i));
      g_assert_cmpuint (sf_level_get_rank (level), ==, i);
      g_assert_cmpint (sf_level_get_mark (level), ==, marks[i]);
      g_assert_cmpint (sf_level_get_tone (level), ==, tones[i]);
      g_assert_cmpstr (sf_level_get_label (level), ==, labels[i]);
    }
  g_assert_null (sf_scale_find_level (scale, 0));
  g_assert_null (sf_scale_find_level (scale, 5));

  for (guint i = 0; i < sf_framework_get_areas (framework)->len; i++)
    g_assert_true (sf_key_area_get_scale (g_ptr_array_index (sf_framework_get_areas (framework), i))
                   == scale);
}

static void
test_front_2007 (void)
{
  g_autoptr (SfFramework) framework = find_shipped (SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  g_assert_nonnull (sf_framework_get_core_purpose (framework));
  g_assert_cmpuint (g_strv_length ((char **)sf_framework_get_ways (framework)), ==, 7);
  g_assert_cmpuint (g_strv_length ((char **)sf_framework_get_uses (framework)), >, 0);
  g_assert_cmpstr (sf_framework_get_source_reference (framework), ==, "00125-2007DOM-EN");
  g_assert_cmpstr (sf_framework_get_source_year (framework), ==, "2007");
}

static void
test_every_child_matters (void)
{
  g_autoptr (SfFramework) framework = find_shipped (ECM);
  static const char *const codes[] = { "BH", "SS", "EA", "PC", "EW" };
  static const guint counts[] = { 3, 4, 3, 4, 3 };
  GPtrArray *areas = sf_framework_get_areas (framework);

  g_assert_cmpuint (areas->len, ==, 5);
  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, i);
      g_assert_cmpstr (sf_key_area_get_code (area), ==, codes[i]);
      g_assert_cmpuint (sf_key_area_get_index (area), ==, i);
      g_assert_cmpuint (sf_key_area_get_groups (area)->len, ==, 1);
      assert_group (area, 0, "O", counts[i]);
      g_assert_true (sf_framework_find_area (framework, codes[i]) == area);
      g_assert_cmpstr (sf_scale_get_id (sf_key_area_get_scale (area)), ==, "grade");
    }
  g_assert_cmpuint (sf_framework_get_statements (framework)->len, ==, 17);
  g_assert_null (sf_framework_get_core_purpose (framework));
  g_assert_cmpuint (g_strv_length ((char **)sf_framework_get_ways (framework)), ==, 0);
  g_assert_cmpuint (g_strv_length ((char **)sf_framework_get_uses (framework)), ==, 2);
  g_assert_cmpstr (sf_framework_get_lang (framework), ==, "en-GB");
  g_assert_cmpstr (sf_framework_get_short_title (framework), ==, "Every Child Matters");
  g_assert_cmpstr (sf_framework_get_edition (framework), ==, "2026.1");
  g_assert_cmpuint (sf_framework_get_scales (framework)->len, ==, 2);
  g_assert_cmpstr (sf_framework_get_source_title (framework), ==,
                   "Every Child Matters: Change for Children");
  g_assert_true (g_str_has_prefix (sf_framework_get_source_note (framework), "The five outcomes"));
  g_assert_cmpstr (sf_framework_get_source_publisher (framework), ==,
                   "Department for Education and Skills");
}

static void
test_one_statement (void)
{
  g_autoptr (SfFramework) framework = find_shipped (ECM);
  SfStatement *statement = sf_framework_find_statement (framework, "SS-O1");
  gsize n = 0;

  g_assert_cmpstr (sf_statement_get_short_code (statement), ==, "O1");
  g_assert_cmpstr (sf_statement_get_title (statement), ==, "Concerns about a child acted upon");
  g_assert_cmpstr (sf_statement_get_text (statement), ==,
                   "Everyone at the centre knows the signs of harm, reports them on the same day, "
                   "and follows up until the child is safe.");
  g_assert_cmpstr (sf_statement_get_prompts (statement)[0], ==,
                   "Can each member of staff say whom they would tell, today?");
  g_assert_cmpuint (g_strv_length ((char **)sf_statement_get_prompts (statement)), ==, 3);
  g_assert_true (sf_statement_get_safeguarding (statement));
  g_assert_cmpint (sf_statement_get_subject (statement), ==, SF_SUBJECT_CENTRE);
  g_assert_cmpstr (sf_statement_get_section (statement), ==, "2");
  g_assert_cmpuint (sf_statement_get_position (statement), ==, 1);
  g_assert_cmpuint (sf_statement_get_index (statement), ==, 3);
  g_assert_cmpstr (sf_key_area_get_code (sf_statement_get_area (statement)), ==, "SS");

  const SfSuggestedEvidence *evidence = sf_statement_get_suggested_evidence (statement, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (evidence[1].kind, ==, SF_EVIDENCE_KIND_EXTERNAL);
  g_assert_cmpstr (evidence[1].text, ==, "Outcome of a case audit by the local authority");
  const SfCrosswalk *crosswalks = sf_statement_get_crosswalks (statement, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (crosswalks[0].framework, ==, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  g_assert_cmpstr (crosswalks[0].code, ==, "MTO-S7");

  /* What a statement says for itself goes before what its group says. */
  statement = sf_framework_find_statement (framework, "PC-O4");
  g_assert_cmpint (sf_statement_get_subject (statement), ==, SF_SUBJECT_HEAD);
  g_assert_cmpint (sf_group_get_subject (sf_statement_get_group (statement)), ==,
                   SF_SUBJECT_CENTRE);
  g_assert_false (sf_statement_get_safeguarding (statement));
  SfScale *scale = sf_statement_get_scale (statement);
  g_assert_cmpuint (sf_scale_get_n_levels (scale), ==, 3);
  g_assert_cmpstr (sf_level_get_label (sf_scale_find_level (scale, 2)), ==, "Does it");
  g_assert_cmpint (sf_level_get_mark (sf_scale_find_level (scale, 2)), ==, SF_MARK_NONE);
  g_assert_cmpint (sf_level_get_tone (sf_scale_find_level (scale, 2)), ==, SF_TONE_NONE);

  g_assert_null (sf_framework_find_statement (framework, "SS-O5"));
  g_assert_null (sf_framework_find_area (framework, "ss"));
}

/* The flat lists, the indexes and the look-ups agree with the tree. */
static void
assert_consistent (SfFramework *framework)
{
  GPtrArray *statements = sf_framework_get_statements (framework);
  GPtrArray *areas = sf_framework_get_areas (framework);
  guint n = 0;

  for (guint a = 0; a < areas->len; a++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, a);
      GPtrArray *groups = sf_key_area_get_groups (area);
      guint in_area = 0;
      for (guint g = 0; g < groups->len; g++)
        {
          GPtrArray *members = sf_group_get_statements (g_ptr_array_index (groups, g));
          for (guint s = 0; s < members->len; s++)
            {
              SfStatement *statement = g_ptr_array_index (members, s);
              g_assert_true (g_ptr_array_index (statements, n) == statement);
              g_assert_true (g_ptr_array_index (sf_key_area_get_statements (area), in_area)
                             == statement);
              g_assert_true (sf_statement_get_area (statement) == area);
              g_assert_true (sf_statement_get_group (statement) == g_ptr_array_index (groups, g));
              g_assert_true (
                  sf_framework_find_statement (framework, sf_statement_get_code (statement))
                  == statement);
              g_assert_cmpuint (sf_statement_get_index (statement), ==, n);
              g_assert_cmpuint (sf_statement_get_position (statement), ==, s + 1);
              n++;
              in_area++;
            }
        }
      g_assert_cmpuint (sf_key_area_get_statements (area)->len, ==, in_area);
    }
  g_assert_cmpuint (statements->len, ==, n);
}

/* A crosswalk between two frameworks that are both here leads to something that is there. */
static void
assert_crosswalks_resolve (SfFramework *framework, GPtrArray *all)
{
  GPtrArray *statements = sf_framework_get_statements (framework);
  for (guint i = 0; i < statements->len; i++)
    {
      gsize n = 0;
      const SfCrosswalk *crosswalks
          = sf_statement_get_crosswalks (g_ptr_array_index (statements, i), &n);
      for (gsize c = 0; c < n; c++)
        for (guint f = 0; f < all->len; f++)
          {
            SfFramework *other = g_ptr_array_index (all, f);
            if (g_str_equal (sf_framework_get_id (other), crosswalks[c].framework))
              g_assert_true (sf_framework_find_statement (other, crosswalks[c].code) != NULL
                             || sf_framework_find_area (other, crosswalks[c].code) != NULL);
          }
    }
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) frameworks = sf_framework_list_shipped (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (frameworks->len, ==, 2);

  for (guint i = 0; i < frameworks->len; i++)
    {
      SfFramework *framework = g_ptr_array_index (frameworks, i);
      g_autofree char *text = load_shipped_text (sf_framework_get_id (framework));
      g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      g_autoptr (GPtrArray) problems = check_text (text);
      gsize size = 0;
      const char *bytes = g_bytes_get_data (sf_framework_get_bytes (framework), &size);

      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpmem (bytes, size, text, strlen (text));
      g_assert_cmpstr (sf_framework_get_digest (framework), ==, digest);
      assert_consistent (framework);
      assert_crosswalks_resolve (framework, frameworks);
    }
  g_assert_cmpint (g_utf8_collate (sf_framework_get_title (frameworks->pdata[0]),
                                   sf_framework_get_title (frameworks->pdata[1])),
                   <, 0);
}

static void
test_shipped_missing (void)
{
  static const char *const ids[] = { "no-such-standards", "", "../schema/001", "framework.rng" };
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (sf_framework_find_shipped (ids[i], &error));
      g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
    }
}

/* A shipped file that is damaged is named, and not passed over in silence. */
static void
test_shipped_damaged (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = g_strdup (g_getenv ("SIXFOLD_DATADIR"));
  g_autofree char *root = g_dir_make_tmp ("sixfold-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *folder = g_build_filename (root, "frameworks", NULL);
  g_autofree char *good = g_build_filename (folder, "small.xml", NULL);
  g_autofree char *bad = g_build_filename (folder, "torn.xml", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (good, SMALLEST, -1, NULL));
  g_setenv ("SIXFOLD_DATADIR", root, TRUE);

  g_autoptr (GPtrArray) one = sf_framework_list_shipped (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 1);

  g_assert_true (g_file_set_contents (bad, SMALLEST, 200, NULL));
  g_assert_null (sf_framework_list_shipped (&error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "torn.xml:"));

  g_setenv ("SIXFOLD_DATADIR", before, TRUE);
  g_unlink (good);
  g_unlink (bad);
  g_rmdir (folder);
  g_rmdir (root);
}

/* --- what a framework may be ------------------------------------------------------------- */

static void
test_smallest (void)
{
  g_autoptr (SfFramework) framework = load_text (SMALLEST);
  g_assert_cmpuint (sf_framework_get_areas (framework)->len, ==, 1);
  g_assert_cmpuint (sf_scale_get_n_levels (sf_framework_get_overall_scale (framework)), ==, 2);
  g_assert_cmpstr (sf_framework_get_source_reference (framework), ==, "");
  g_assert_null (sf_framework_get_core_purpose (framework));
  assert_consistent (framework);
}

/* An area in which nothing is about the centre still has a scale. */
static void
test_area_of_head (void)
{
  g_autofree char *text = load_shipped_text (ECM);
  g_autofree char *changed
      = replace_after (text, "<area code=\"EW\"", "scale=\"grade\" subject=\"centre\"",
                       "scale=\"practice\" subject=\"head\"");
  g_autoptr (SfFramework) framework = load_text (changed);
  SfKeyArea *area = sf_framework_find_area (framework, "EW");
  g_assert_cmpstr (sf_scale_get_id (sf_key_area_get_scale (area)), ==, "practice");
  g_assert_cmpstr (sf_scale_get_id (sf_framework_get_overall_scale (framework)), ==, "grade");
}

/* The head's statement that comes first does not decide the area's scale. */
static void
test_head_comes_first (void)
{
  g_autofree char *text = load_shipped_text (ECM);
  g_autofree char *changed = replace_after (text, "<statement code=\"EW-O1\"", "position=\"1\"",
                                            "position=\"1\" subject=\"head\" scale=\"practice\"");
  g_autoptr (SfFramework) framework = load_text (changed);
  SfKeyArea *area = sf_framework_find_area (framework, "EW");
  g_assert_cmpstr (sf_scale_get_id (sf_key_area_get_scale (area)), ==, "grade");
}

/* Comments and CDATA may stand anywhere, and lines may be broken anywhere. */
static void
test_white_space (void)
{
  g_autofree char *changed
      = replace_after (SMALLEST, "<area", "<title>The one area</title>",
                       "<title>\n  The <!-- aside -->one\t<![CDATA[<area> &]]>  </title>");
  g_autoptr (SfFramework) framework = load_text (changed);
  SfKeyArea *area = g_ptr_array_index (sf_framework_get_areas (framework), 0);
  g_assert_cmpstr (sf_key_area_get_title (area), ==, "The one <area> &");
}

static void
test_evidence_kinds (void)
{
  for (guint i = 0; i < SF_N_EVIDENCE_KINDS; i++)
    {
      SfEvidenceKind kind = SF_EVIDENCE_KIND_DATA;
      g_assert_true (sf_evidence_kind_from_string (sf_evidence_kind_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (sf_evidence_kind_get_label (i), !=, "");
    }
  SfEvidenceKind kind = SF_EVIDENCE_KIND_DOCUMENT;
  g_assert_false (sf_evidence_kind_from_string ("hearsay", &kind));
  g_assert_false (sf_evidence_kind_from_string (NULL, &kind));
  g_assert_cmpint (kind, ==, SF_EVIDENCE_KIND_DOCUMENT);
}

static void
test_other_files (void)
{
  static const struct
  {
    const char *text;
    SfError code;
  } files[] = {
    { "<html><body/></html>", SF_ERROR_NOT_OURS },
    { "<framework/>", SF_ERROR_NOT_OURS },
    { "<framework xmlns='https://sixfold-app.github.io/ns/framework/2'/>", SF_ERROR_TOO_NEW },
    { "<wording xmlns='https://sixfold-app.github.io/ns/wording/1'/>", SF_ERROR_NOT_OURS },
    { "<framework xmlns='https://sixfold-app.github.io/ns/framework/1'/>", SF_ERROR_INVALID },
    { "", SF_ERROR_NOT_OURS },
    { "Dear colleague", SF_ERROR_INVALID },
  };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, strlen (files[i].text));
      g_assert_null (sf_framework_new_from_bytes (bytes, "other.xml", &error));
      g_assert_error (error, SF_ERROR, (int)files[i].code);
      g_assert_true (g_str_has_prefix (error->message, "other.xml:1: "));

      /* The check says the same of a file that cannot be read at all. */
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_assert_false (sf_framework_check (bytes, "other.xml", problems));
      g_assert_cmpuint (problems->len, >, 0);
      g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 0), "other.xml:1: "));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/smallest", test_smallest);
  g_test_add_func ("/framework/area-of-head", test_area_of_head);
  g_test_add_func ("/framework/head-comes-first", test_head_comes_first);
  g_test_add_func ("/framework/white-space", test_white_space);
  g_test_add_func ("/framework/evidence-kinds", test_evidence_kinds);
  g_test_add_func ("/framework/other-files", test_other_files);
  g_test_add_func ("/framework/every-child-matters", test_every_child_matters);
  g_test_add_func ("/framework/one-statement", test_one_statement);
  g_test_add_func ("/framework/shipped/missing", test_shipped_missing);
  g_test_add_func ("/framework/shipped/damaged", test_shipped_damaged);
  g_test_add_func ("/framework/2007/counts", test_counts_2007);
  g_test_add_func ("/framework/2007/subjects", test_subjects_2007);
  g_test_add_func ("/framework/2007/grades", test_grades_2007);
  g_test_add_func ("/framework/2007/front", test_front_2007);
  g_test_add_func ("/framework/shipped/all", test_shipped);
  return g_test_run ();
}
