#pragma once

#include <string>
#include <vector>

#include "base/wording.hpp"

namespace fazhi {

/// A demand under 整改要求: its head in a face of its own, then what is demanded.
/// It is left out where no form of `text` can be filled.
struct DemandTexts {
  std::string head;  ///< "压实整改责任。"
  Wording text;
};

/// How one item or a passage that it rests on is told.
struct ItemTexts {
  Wording place;    ///< where a passage stands
  Wording quote;    ///< a passage with its place
  std::string label_support;
  std::string label_refused;
  std::string label_against;
  Wording places;   ///< further passages of the same kind, by their places alone
  Wording gain;     ///< what putting it right brings
  Wording basis;
  Wording demand;
};

/// 整改通知 to one unit. In titles “|” stands where a line may end.
struct UnitNoticeTexts {
  Wording us;       ///< what the issuer is called by itself
  Wording subject;  ///< what the report is called
  Wording title;
  Wording addressee;
  Wording opening;
  std::string result_heading;
  Wording score;
  Wording met;
  Wording problems;
  std::string problems_heading;
  Wording category;
  std::string demands_heading;
  std::vector<DemandTexts> demands;
  Wording clean_title;    ///< where nothing is to be put right
  Wording clean_opening;
  Wording clean;    ///< in place of problems and demands
  Wording closing;
  Wording attachment;
};

/// 通报 to all units.
struct CircularTexts {
  Wording us;        ///< what the issuer is called by itself
  Wording subject;
  Wording title;
  Wording addressee;
  Wording opening;
  std::string overview_heading;
  Wording sent;
  Wording late;      ///< none where nobody was late
  Wording absent;    ///< none where nobody is absent
  Wording average;
  Wording grades;
  Wording grade;     ///< one grade in the list of grades
  Wording no_grade;  ///< the same for reports whose grade is open
  std::string problems_heading;
  Wording problems;
  Wording category;
  Wording missing;   ///< units whose report does not show an element
  Wording partial;   ///< units whose report shows it in part
  Wording undecided; ///< units of which it could not be told
  Wording defect;    ///< units with a defect
  Wording example;   ///< one quote
  Wording others;    ///< problems that are not told
  Wording none;      ///< where no problem is shared
  std::string demands_heading;
  std::vector<DemandTexts> demands;
  std::vector<std::string> short_of;  ///< endings of units' names that are left out where many are named
  Wording closing;
  Wording ranking_title;
};

/// Headings of tables.
struct TableTexts {
  std::string rank;
  std::string unit;
  std::string score;
  std::string share;  ///< of the possible points, where not all reports can have 100
  std::string grade;
  std::string problems;
  std::string remark;
  std::string late;    ///< remark on a unit that was late
  std::string absent;  ///< remark on a unit that sent nothing
  std::string number;
  std::string category;
  std::string problem;
  std::string basis;
  std::string demand;
  std::string gain;
  std::string responsible;
  std::string due;
  std::string progress;
  std::string review;
  std::string state;
  std::string not_started;
  std::string under_way;
  std::string to_review;
  std::string closed;
  std::string relapsed;
  Wording unit_row;  ///< over a unit's items in a list of several units
  Wording head;      ///< the line over the list
};

/// All wording of the documents that are sent to units. Official documents are
/// written in Chinese, so that there is no English of it.
struct NoticeTexts {
  ItemTexts item;
  UnitNoticeTexts notice;
  CircularTexts circular;
  TableTexts table;
};

}  // namespace fazhi
