-- Why a company was announced although something spoke against it, or for fewer days than usual.
ALTER TABLE application_notice
  ADD COLUMN despite VARCHAR(500) NULL COMMENT '仍予公示的理由：条件不满足或待定、有数据没有核实、部门有异议，或者公示天数少于规定的必有';
